"""Every amount of 2026 with its unit and its rhythm, typed again here by hand from the paper."""

from nes_model.catalogue.charge import Tax, list_named
from tests.nes_model.strategies import EDITION

# offer; who pays; amount, or why there is none; unit; rhythm; and HT, refundable or within another when it is so.
TYPED = """
adhesion; chu; 16.85; adherent; une-fois; restituable
adhesion; ght-support; 16.85; adherent; une-fois; restituable
adhesion; autre-es; 16.85; adherent; une-fois; restituable
adhesion; ville; 21.43; adherent; une-fois; restituable
adhesion; esms; 4.05; adherent; une-fois; restituable
adhesion; rst; 30.30; adherent; une-fois; restituable
adhesion; cst; 0.00; adherent; une-fois; restituable
adhesion; part; 0.00; adherent; une-fois; restituable
adhesion; chu; 5000.00; adherent; annuel
adhesion; ght-support; 2000.00; adherent; annuel
adhesion; autre-es; 750.00; adherent; annuel
adhesion; ville; 100.00; adherent; annuel
adhesion; esms; 100.00; adherent; annuel
adhesion; rst; 100.00; adherent; annuel
adhesion; cst; 0.00; adherent; annuel
adhesion; part; 100.00; adherent; annuel
pack-complementaire; chu; 600.00; etablissement; mensuel
pack-complementaire; ght-support; 400.00; etablissement; mensuel
pack-complementaire; autre-es; 200.00; etablissement; mensuel
pack-complementaire; esms; 100.00; etablissement; mensuel
pack-complementaire; ville rst cst part; 10.00; utilisateur; mensuel
pack-complementaire; ville rst cst part; 100.00; structure; mensuel
imagerie; chu ght-support autre-es ville; 3600.00; etablissement-raccorde; une-fois
imagerie; chu ght-support autre-es ville; 200.00; etablissement-raccorde; mensuel
imagerie; chu ght-support autre-es ville; 2400.00; etablissement-raccorde; annuel; deja-compte
dpm; chu; 50.00; adherent; mensuel; HT
dpm; ght-support; 40.00; adherent; mensuel; HT
dpm; autre-es; 30.00; adherent; mensuel; HT
dpm; ville; 15.00; adherent; mensuel; HT
dpm; esms; 20.00; adherent; mensuel; HT
dpm; rst; 20.00; adherent; mensuel; HT
securnes-mutualisee; tous; 0.00; adherent; annuel
securnes-autonome; tous; tarif non publié; adherent; annuel
creation-site; tous; sur devis, en jours-homme; adherent; une-fois
ingenierie-pedagogique; tous; tarif non publié; adherent; une-fois
chef-de-projet; tous; 445.00; jour; une-fois
juridique; tous; 490.00; jour; une-fois
consultant; tous; 490.00; jour; une-fois
rssi; tous; 650.00; jour; une-fois
referent-medical; tous; 715.00 à 815.00; jour; une-fois
coordination; tous; 380.00 à 480.00; jour; une-fois
animation; tous; 390.00; jour; une-fois
prise-en-main; tous; 90.00; heure; une-fois
formation-e-learnes; tous; 1950.00; session; une-fois
nom-de-domaine; tous; acheté et géré par l'adhérent, hors NeS; adherent; annuel
marches-centrale-achat; tous; prix dans les pièces du marché, connus après signature de la convention; adherent; annuel
"""
# What only R17's other reading bills: a hospital's medico-social establishments, apart from its others.
UNDER_R17 = {charge for other in EDITION.doubts_by_id["R17"].others for charge in (*other.amounts, *other.charges)}


def written(charge) -> tuple[str, ...]:
    price = charge.unpriced
    if charge.amount is not None:
        ends = dict.fromkeys(f"{end:.2f}" for end in (charge.amount.low, charge.amount.high))
        price = " à ".join(ends)
    marks = [
        *(["HT"] if charge.tax is Tax.EXCL_VAT else []),
        *(["restituable"] if charge.refundable else []),
        *([] if charge.billed else ["deja-compte"]),
    ]
    return (
        " ".join(list_named(charge.categories) or ["tous"]),
        str(price),
        charge.per.value,
        charge.every.value,
        *marks,
    )


def test_every_amount_is_the_one_of_the_source_with_its_unit_and_rhythm():
    found = sorted(
        (offer.id, *written(charge))
        for offer in EDITION.offers
        for row in offer.alternatives
        for charge in row
        if charge.billed or charge.id not in UNDER_R17
    )
    assert found == sorted(tuple(part.strip() for part in line.split(";")) for line in TYPED.strip().splitlines())


def test_a_day_is_seven_hours_wherever_one_is_priced_and_the_capital_is_revised_by_the_assembly():
    for charge in EDITION.charges.values():
        if charge.per.value == "jour":
            assert charge.note == "un jour compte 7 heures", charge.id
        if charge.refundable and charge.amount:
            assert charge.note.startswith("revu par l'assemblée générale"), charge.id
