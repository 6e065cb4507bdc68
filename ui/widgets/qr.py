"""A link as a picture that a phone reads."""

from html import escape

import segno
import streamlit as st


def show(link: str, width: str = "7rem") -> None:
    """The link's QR code, dark on white whatever the theme: many phones do not read the reverse."""
    try:
        code = segno.make_qr(link, error="m")
    except segno.DataOverflowError:
        st.caption("Ce lien est trop long pour un code QR.")
        return
    image = code.svg_data_uri(border=2, dark="#000", light="#fff")
    alternative = f"Code QR de ce lien : {escape(link)}"
    st.html(f'<img src="{image}" style="width: {width}" alt="{alternative}">', width="content")
