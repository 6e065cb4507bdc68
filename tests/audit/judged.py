"""What the engines hold for a fault and is none, or is not ours: judged by a person, each with the reason."""

from dataclasses import dataclass

from tests.audit.engines import Finding


@dataclass(frozen=True, slots=True)
class Judgement:
    """Findings of one rule on elements that hold a text, and why they do not count."""

    engine: str
    rule: str
    element: str
    why: str

    def covers(self, finding: Finding) -> bool:
        """Whether the finding is one of those that were judged."""
        return (finding.engine, finding.rule) == (self.engine, self.rule) and self.element in finding.element


JUDGED = (
    Judgement(
        "htmlcs",
        "WCAG2AA.Principle1.Guideline1_3.1_3_1.H43.IncorrectAttr",
        'headers="nes-grids-',
        "chaque cellule nomme sa colonne, sa ligne et son groupe ; l'outil voudrait aussi les autres groupes, "
        'faute de lire scope="rowgroup"',
    ),
    Judgement(
        "ibm",
        "label_content_exists",
        'data-testid="stWidgetLabel"',
        "le libellé visible est caché aux lecteurs d'écran parce que le champ porte le même texte en aria-label : il "
        "n'est lu qu'une fois, et jamais perdu",
    ),
    Judgement(
        "ibm",
        "label_name_visible",
        'data-testid="stExpandSidebarButton"',
        "le texte « visible » est le nom d'une icône, que la police dessine et que aria-hidden retire",
    ),
    Judgement(
        "htmlcs",
        "WCAG2AA.Principle3.Guideline3_2.3_2_2.H32.2",
        'class="vega-bindings"',
        "formulaire vide que Vega pose dans chaque graphique, sans champ, à l'intérieur d'une image",
    ),
)


def find_judgement(finding: Finding) -> Judgement | None:
    """Find what was judged of a finding; nothing when nobody has judged it."""
    return next((each for each in JUDGED if each.covers(finding)), None)
