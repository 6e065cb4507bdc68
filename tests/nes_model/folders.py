"""An edition's folder made for a test: small, complete, and broken on purpose."""

import textwrap
from pathlib import Path

SOUND = {
    "01-edition.yaml": """\
        edition: {id: "2030", libelle: Essai, document: d, en-vigueur: v, taux-tva: 20, contact: c}
        groupes:
          - {id: g, libelle: G}
        colleges:
          - id: A
            libelle: A
            sigle: A
            categories:
              - {id: chu, libelle: CHU, membres: m}
        demarches: {source: s, etapes: [e], contacts: [{objet: o}]}
        """,
    "02-prestations.yaml": """\
        prestations:
          - id: adhesion
            libelle: Adhésion
            groupe: g
            souscription: obligatoire
            source: s
            tarifs:
              - {id: capital, libelle: Capital, pour: tous, montant: 16.85, par: adherent, rythme: une-fois}
        """,
}


def edition_folder(folder: Path, **files: str) -> Path:
    """Write the sound files, then those given: `autre="..."` becomes autre.yaml."""
    for name, text in (SOUND | {f"{name}.yaml": text for name, text in files.items()}).items():
        (folder / name).write_text(textwrap.dedent(text), encoding="utf-8")
    return folder
