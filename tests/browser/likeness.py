"""Whether two pictures of a page show the same layout, colours and blocks.

Other machines smooth letters otherwise, and that is no difference; so one figure in the place of another is none
either: figures have their own tests.
"""

from PIL import Image, ImageChops

CELL = 8  # pixels a side: what is smaller is not looked at
FAINT = 40  # of 255: how far a cell's mean colour may be from the other's
FEW = 8  # cells that may be farther


def tell_differences(seen: Image.Image, kept: Image.Image) -> str:
    """Where two pictures differ, in words; nothing when they show the same."""
    if seen.width != kept.width or abs(seen.height - kept.height) > CELL:
        return f"{seen.width} × {seen.height} pixels instead of {kept.width} × {kept.height}"
    frame = (0, 0, seen.width, min(seen.height, kept.height))
    cells = [picture.convert("RGB").crop(frame).reduce(CELL) for picture in (seen, kept)]
    far = (
        ImageChops.difference(*cells)
        .point(lambda step: 255 * (step > FAINT))
        .convert("L")
        .point(lambda any_: 255 * (any_ > 0))
    )
    count = far.histogram()[255]
    if count <= FEW:
        return ""
    left, top, right, bottom = (edge * CELL for edge in far.getbbox() or (0, 0, 0, 0))
    return f"{count} cells of {CELL} × {CELL} pixels differ, between ({left}, {top}) and ({right}, {bottom})"
