"""What the law and good manners ask a public site to say. Every figure here was measured; what was not is said."""

import streamlit as st

from nes_model.catalogue.edition import Edition
from nes_model.french import space
from ui.widgets.markdown import escape

_DECLARATION = """
Normand'e-Santé s'engage à rendre ses sites accessibles, conformément à l'article 47 de la loi n° 2005-102 du 11
février 2005. Cette déclaration s'applique au simulateur d'adhésion, à toutes ses pages.

### État de conformité

Le simulateur est **partiellement conforme** au référentiel général d'amélioration de l'accessibilité (RGAA 4.1.2), en
raison des non-conformités énumérées ci-dessous.

### Résultats des contrôles

L'audit interne, sans utilisateur, fait par ceux qui développent le simulateur, donne **97,3 %** des critères
applicables respectés : 71 sur 73, 33 autres étant sans objet. La grille, avec la preuve de chaque ligne, accompagne
le code du simulateur (docs/accessibilite.md). Pages contrôlées : les six pages du menu.

- Quatre contrôles (axe-core, le moteur d'IBM, HTML_CodeSniffer et l'arbre d'accessibilité), passés sur les six pages
  et sur dix états de plus (option cochée, avertissements, lien ouvert, fiche de service, comparaison de trois
  scénarios, tarif supposé…), en clair, en sombre, en couleurs forcées et à 320 pixels de large, ne relèvent aucune
  anomalie dans nos contenus, hors quatre sortes de relevés examinés un à un et jugés sans objet.
- Dans la bibliothèque Streamlit, axe-core relève que ce qui s'ouvre par-dessus la page est hors de ses zones de
  navigation, et que le pied de page est à l'intérieur du contenu principal.
- À 320 pixels de large, ou agrandie à 200 %, aucune page ne demande de défilement horizontal.
- Un parcours au clavier seul est vérifié sur chacune des cinq pages où l'on travaille, jusqu'au fichier téléchargé ;
  quatre d'entre eux à 1280 et à 320 pixels, le focus restant visible à chaque étape.

### Contenus non accessibles

- Le tableau à remplir de la page Groupe est dessiné et non écrit : il n'a pas de titre, et un lecteur d'écran le lit
  mal (critère 5.4). Des champs ordinaires, sous ce tableau, permettent d'ajouter les organisations une à une ; un
  modèle CSV ou Excel aussi.
- Le code que la bibliothèque Streamlit produit imbrique des balises d'une façon que HTML ne permet pas (critère 8.2).

### Ce qui n'a pas été vérifié

- Les fichiers PDF sont contrôlés, pour la norme PDF/UA, par l'outil qui les produit, et par aucun autre.
- L'usage avec un lecteur d'écran n'a pas été essayé par une personne concernée.

### Ce qui est prévu

Essayer le simulateur avec des personnes concernées, avec NVDA et VoiceOver ; contrôler les PDF par un second outil ;
remplacer le tableau dessiné dès que la bibliothèque le permet. Normand'e-Santé n'a pas encore publié ici de schéma
pluriannuel ni de plan d'actions.

### Établissement de cette déclaration

Cette déclaration a été établie le 28 novembre 2026 à partir de cet audit interne. Technologies : HTML, CSS,
JavaScript, SVG, PDF. Environnement de test : Chromium, sous Linux, sans lecteur d'écran.

### Retour d'information et contact

Si vous n'arrivez pas à accéder à un contenu, écrivez à {contact} pour être orienté vers une autre forme de ce
contenu.

### Voies de recours

Si vous nous avez signalé un défaut d'accessibilité sans obtenir de réponse satisfaisante, vous pouvez saisir le
Défenseur des droits : par son formulaire en ligne, auprès de ses délégués en région, ou par courrier gratuit, sans
timbre, à Défenseur des droits, Libre réponse 71120, 75342 Paris Cedex 07.
"""


def show_estimate(edition: Edition) -> None:
    """What the figures are worth."""
    st.header("Une estimation, pas un devis", anchor=False)
    st.markdown(
        f"Les montants viennent du {escape(edition.header.document)} ({escape(edition.header.in_force)}). "
        "Ce document est numérisé et abîmé par endroits ; chaque passage douteux est signalé. "
        f"Seul un devis de Normand'e-Santé l'engage : {edition.header.contact}."
    )


def show_personal_data() -> None:
    """What is kept, and where: nothing, but in the reader's own address bar."""
    st.header("Données personnelles", anchor=False)
    st.markdown(
        "- Aucun compte, aucun cookie de suivi, aucune mesure d'audience.\n"
        "- Des cookies techniques peuvent être posés, pour protéger l'envoi de fichiers et pour que vous retrouviez le "
        "même serveur ; ils ne disent rien de vous.\n"
        "- Votre simulation tient dans l'adresse de la page, y compris le nom que vous lui donnez : "
        "n'y mettez pas de donnée personnelle, et sachez que qui reçoit le lien la lit.\n"
        "- Un fichier d'organisations reste en mémoire le temps de votre visite, puis disparaît.\n"
        "- Le journal du serveur garde l'heure, la page demandée et une référence d'erreur ; "
        "ni l'adresse complète, ni ce que vous saisissez."
    )


def show_accessibility(edition: Edition) -> None:
    """The declaration, in the order that the decree of 24 July 2019 gives, with what was really checked."""
    st.header("Accessibilité : partiellement conforme", anchor=False)
    first, *parts = space(_DECLARATION.format(contact=edition.header.contact)).split("\n### ")
    st.markdown(first, width=760)
    for part in parts:
        title, _, text = part.partition("\n")
        st.subheader(title, anchor=False)
        st.markdown(text, width=760)


def show_sources(edition: Edition) -> None:
    """Where facts come from, and under which licence the rest is shared."""
    st.header("Sources et licence", anchor=False)
    st.markdown(
        f"Faits et montants : {escape(edition.header.document)}, Normand'e-Santé. Les descriptions sont "
        "rédigées pour ce site. Le code est libre, sous licence EUPL-1.2. Les documents PDF emploient Source Sans 3 et "
        "Noto Emoji (SIL OFL 1.1) et DejaVu Sans (licence Bitstream Vera)."
    )
