"""Print which package imports which, as docs/architecture.md shows it: `make graph`."""

from collections.abc import Iterator

import grimp

ROOTS = ("nes_model", "ui", "server")
Graph = dict[str, set[str]]  # a package, and those that its modules import


def read_packages() -> Graph:
    """Every package of the three roots, as the code imports them today."""
    modules = grimp.build_graph(*ROOTS)
    packages: Graph = {}
    for importer in sorted(modules.modules):
        for imported in modules.find_modules_directly_imported_by(importer):
            one, other = _package(importer), _package(imported)
            packages.setdefault(other, set())
            if one != other and not one.startswith(f"{other}."):
                packages.setdefault(one, set()).add(other)
    return packages


def reduce(graph: Graph) -> Graph:
    """The same graph without the arrows that a longer way says already."""
    reach = {package: _reach(package, graph) for package in graph}
    return {
        package: {each for each in direct if not any(each in reach[other] for other in direct)}
        for package, direct in graph.items()
    }


def draw(graph: Graph) -> str:
    """The graph in Mermaid's words, one arrow a line, in alphabetical order."""
    arrows = sorted(f"  {one} --> {other}" for one, others in graph.items() for other in others)
    return "\n".join(["graph TD", *arrows])


def _package(module: str) -> str:
    """The package that a module is in, by the name that the layers give it; the server is one."""
    root, *rest = module.split(".")
    return root if root == "server" else ".".join([root, *rest[:1]])


def _reach(package: str, graph: Graph) -> set[str]:
    return set(_walk(package, graph, set()))


def _walk(package: str, graph: Graph, seen: set[str]) -> Iterator[str]:
    for each in graph[package] - seen:
        seen.add(each)
        yield each
        yield from _walk(each, graph, seen)


if __name__ == "__main__":
    print(draw(reduce(read_packages())))
