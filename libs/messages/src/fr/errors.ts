import type { errors as en } from '../en/errors';

/** Ce qui a échoué, par code du serveur ; pourquoi une ligne est inutilisable ; les noms des formats d’import. */
export const errors: Record<keyof typeof en, string> = {
  'error.demo-not-empty':
    'L’espace de travail contient déjà des données. La démo ne se charge que dans un espace vide.',
  'error.import-cancelled':
    'L’import a été interrompu avant la fin. Les lignes lues sont enregistrées\u00a0; réimporter le fichier ajoute le reste.',
  'error.offline': 'Le serveur ne répond pas. Rien n’a été modifié.',
  'error.invalid-request': 'Le serveur n’a pas pu lire cette requête. Rien n’a été modifié.',
  'error.unreadable-body': 'Ce qui a été envoyé n’est pas du JSON lisible. Rien n’a été modifié.',
  'error.unknown-format': 'Le format «\u00a0{format}\u00a0» n’existe pas.',
  'error.unknown-report-type': 'Le type de rapport «\u00a0{reportType}\u00a0» n’existe pas.',
  'error.unknown-column': 'Ce type de rapport n’a pas de colonne «\u00a0{column}\u00a0».',
  'error.levels-not-together':
    'Les lignes par {a} ne peuvent pas être divisées par {b} : liens et domaines ne sont comptés ni par moment, ni par variante ou exécution. Choisissez l’un des deux.',
  'error.unknown-grouping': 'Ce rapport ne peut pas être regroupé par {level}.',
  'error.column-not-at-level':
    'La colonne {column} n’est pas comptée par {level}. Retirez-la ou choisissez un autre regroupement.',
  'error.unreadable-cursor': 'La liste ne peut pas continuer d’ici. Rouvrez-la.',
  'error.cursor-expired': 'La suite de cette feuille n’est plus disponible. Relancez le calcul.',
  'error.attribute-unit-unfit':
    'Les lignes par {attribute} ne peuvent pas être regroupées ainsi : une unité vaut pour les dates, un pas pour les nombres.',
  'error.time-basis-not-offered':
    'Ce rapport ne peut pas être calculé d’après cette date. Omettez la base de date, ou choisissez-en une qu’il propose.',
  'error.list-not-offered': 'Ce rapport ne compte pas que des messages\u00a0: il n’accepte pas de liste dynamique.',
  'error.reconcile-not-offered': 'Seuls les rapports sur des messages peuvent être comparés à un export Marketo.',
  'error.trend-not-offered':
    'Ce rapport a des nombres qui ne se répartissent pas dans le temps\u00a0: retirez la tendance.',
  'error.filter-not-offered':
    'Ce rapport compte des personnes, quoi qu’elles aient reçu : il n’accepte aucun filtre de programmes, campagnes ou e-mails.',
  'error.cell-not-countable':
    'La colonne {column} ne compte personne par elle-même{of, select, null {} other { : demandez {of} ou {over}}}.',
  'error.row-not-found': 'La feuille n’a plus cette ligne.',
  'error.unknown-time-zone': 'Ce fuseau horaire n’est pas connu.',
  'error.bad-formula':
    'Caractère {position} : {expected, select, value {un nombre, une colonne ou une fonction est attendu ici} operator {+, −, *, / ou la fin est attendu ici} opening {une parenthèse ouvrante est attendue ici} closing {une parenthèse fermante est attendue ici} separator {une virgule et une autre valeur sont attendues ici} comparison {une comparaison, par exemple >, est attendue ici} places {un nombre entier de décimales entre 0 et 10 est attendu ici} range {ce nombre est trop grand} column {aucune colonne ne porte ce nom} function {aucune fonction ne porte ce nom} numbers {cette colonne ne contient pas de nombres} earlier {seules les colonnes calculées placées avant celle-ci peuvent être nommées} depth {les imbrications sont trop profondes} length {une formule a au plus 1 000 caractères} other {ceci est illisible}}.',
  'error.column-id-taken': 'Une colonne porte déjà l’identifiant « {column} ».',
  'error.nothing-to-compare':
    'Rien ne précède l’ensemble des dates. Choisissez une période plus courte, ou deux dates à comparer.',
  'error.too-many-trend-columns':
    'Cela ferait {count, number} colonnes en plus, pour {limit, number} au maximum. Choisissez une période plus courte, un pas plus long (le mois par exemple) ou moins de colonnes.',
  'error.empty-file': 'Le fichier est vide.',
  'error.not-csv':
    'Le fichier n’est pas un tableau CSV{looksLike, select, html { mais une page web} xml { mais du XML} json { mais du JSON} zip { mais un fichier ZIP ou Excel} pdf { mais un PDF} binary { mais un fichier binaire} other {}}. Rien n’a été importé.',
  'error.not-json': 'Le fichier n’est pas du JSON. Rien n’a été importé.',
  'error.missing-columns': 'Des colonnes manquent\u00a0: {missing}. Le fichier contient\u00a0: {found}.',
  'error.duplicate-columns': 'Une colonne figure plusieurs fois dans le fichier. Rien n’a été importé.',
  'error.bad-gzip': 'Le fichier compressé est endommagé ou tronqué. Ce qui était lisible est importé.',
  'error.undecodable-file': 'Le fichier n’est pas du texte UTF-8. Rien n’a été importé.',
  'error.bad-workbook':
    'Le fichier {fault, select, old {est un fichier Excel de l’ancien format (.xls). L’enregistrer en .xlsx ou en CSV} large {décompressé, dépasse ce que contient un rapport} damaged {Excel est endommagé. L’exporter à nouveau} other {n’est pas un fichier Excel, quoi que dise son nom. Exporter le rapport en .xlsx ou en CSV}}.',
  'error.no-report':
    'Aucun tableau de ce rapport dans le fichier. Son en-tête doit avoir une colonne de noms et une de nombres, par exemple Email Name et Sent.',
  'error.export-too-long':
    'Le fichier a plus de {limit, number} lignes. Exporter une période plus courte ou moins d’e-mails.',
  'error.no-file': 'Il n’y a pas de fichier à comparer.',
  'error.bad-signature':
    'La signature n’est pas celle que produit l’expéditeur de cette clé. Vérifiez la clé de signature sous Données → Sources.',
  'error.unknown-source-key': 'Aucune source n’a cette clé. Vérifiez l’adresse du webhook sous Données → Sources.',
  'error.unauthorized': 'Se connecter pour continuer.',
  'error.forbidden': 'Vous n’avez pas le droit de faire cela.',
  'error.foreign-origin': 'Cette requête venait d’un autre site et a été refusée.',
  'error.unknown-host': 'Le serveur ne connaît pas l’adresse par laquelle il a été appelé.',
  'error.not-found': 'Il n’y a rien à cette adresse.',
  'error.method-not-allowed':
    'Cette adresse s’appelle par POST uniquement. Choisir POST pour le webhook chez l’expéditeur.',
  'error.body-too-slow': 'L’envoi n’est pas arrivé à temps. Rien n’a été modifié\u00a0; envoyer à nouveau.',
  'error.report-not-found': 'Ce rapport n’existe plus.',
  'error.asset-not-found': 'Cet e-mail n’existe pas.',
  'error.program-not-found': 'Ce programme n’existe plus.',
  'error.import-not-found': 'Cet import n’existe pas.',
  'error.link-not-found': 'Ce lien n’existe pas. Il est peut-être compté avec un autre désormais : rechargez la liste.',
  'error.settings-changing': 'Tout est en cours de recomptage. Modifier les paramètres une fois celui-ci terminé.',
  'error.payload-too-large': 'C’est trop volumineux. L’envoi est limité à {limit}.',
  'error.database-busy':
    'La base de données est occupée. Réessayer dans un instant\u00a0: ceci peut être renvoyé sans risque.',
  'error.not-retryable':
    'Impossible de relire ceci\u00a0: c’est un faux, ce n’est pas un événement, ou le texte était trop long pour être conservé en entier.',
  'error.sender-unreachable':
    'Ce que l’expéditeur nomme dans son appel est injoignable. Rien n’a été modifié\u00a0; réessayez.',
  'error.overloaded': 'Le serveur traite d’autres appels. Rien n’a été modifié\u00a0; réessayez dans un instant.',
  'error.too-many-listeners':
    'Au plus {limit} pages peuvent suivre les chiffres à la fois. Celle-ci montre ceux de son dernier calcul : recalculez pour en avoir de plus récents.',
  'error.report-timed-out':
    'Le calcul a duré plus de {seconds, plural, one {# seconde} other {# secondes}} et a été arrêté. Choisissez une période plus courte ou moins de campagnes, ou recalculez plus tard.',
  'error.internal': 'Une erreur s’est produite sur le serveur. Elle y a été consignée.',
  'error.attribute-not-found': 'Cet attribut n’existe pas.',
  'error.attribute-values-unfit':
    '{count, plural, one {# valeur} other {# valeurs}} de «\u00a0{name}\u00a0» {count, plural, one {n’est pas} other {ne sont pas}} du type {type, select, text {texte} number {nombre} date {date} boolean {oui ou non} other {{type}}}. Rien n’a été modifié.',
  'error.attribute-name-too-long':
    'Une colonne porte un nom de plus de {limit} caractères\u00a0: «\u00a0{start}…\u00a0». Rien n’a été importé.',
  'error.too-many-attributes':
    'Un espace de travail a au plus {limit} attributs de personnes, et ce fichier en apporte davantage. Les lignes déjà lues sont importées.',
  'error.smart-list-not-found': 'Cette liste dynamique n’existe plus.',
  'error.smart-list-in-use':
    '{count, plural, one {# rapport ou liste dynamique utilise} other {# rapports et listes dynamiques utilisent}} cette liste\u00a0: {names}. Modifiez-les d’abord.',
  'error.smart-list-in-itself': 'La liste dynamique «\u00a0{name}\u00a0» ferait partie d’elle-même.',
  'error.smart-list-too-deep': 'Groupes et listes enregistrées peuvent s’imbriquer sur {limit} niveaux au plus.',
  'error.smart-list-too-long':
    'Une liste dynamique a au plus {limit, number} règles et valeurs, avec celles des listes qu’elle nomme.',
  'error.unknown-attribute': 'Aucune personne n’a d’attribut «\u00a0{attribute}\u00a0».',
  'error.unknown-smart-list': 'Une règle nomme une liste dynamique qui n’existe plus.',
  'error.operator-not-for-type':
    '«\u00a0{attribute}\u00a0» est {type, select, text {un texte} number {un nombre} date {une date} boolean {un oui ou non} other {{type}}} et ne se compare pas ainsi.',
  'error.value-not-for-type':
    '«\u00a0{value}\u00a0» n’est pas {type, select, text {un texte} number {un nombre} date {un jour comme 2026-03-02} boolean {oui ou non} other {{type}}}, comme l’est «\u00a0{attribute}\u00a0».',
  'error.range-upside-down': 'L’intervalle finit avant de commencer\u00a0: de {from} à {to}.',
  'error.link-not-clicked': 'Seule une règle sur les clics peut nommer un lien.',
  'reject.row-too-short': 'La ligne a moins de champs que l’en-tête',
  'reject.row-too-long': 'La ligne a plus de champs que l’en-tête',
  'reject.row-too-large': 'La ligne est trop grande',
  'reject.unclosed-quote': 'Un guillemet n’est jamais fermé',
  'reject.file-ends-early': 'Le fichier se termine dans cette ligne',
  'reject.bad-quote': 'Un guillemet est mal placé',
  'reject.bad-date': 'La date n’est pas une date',
  'reject.date-too-early': 'La date est antérieure à 1980',
  'reject.date-in-future': 'La date a plus d’un jour d’avance',
  'reject.bad-activity-type': 'Le type d’activité n’est pas un nombre',
  'reject.attributes-not-json': 'Les attributs ne sont pas du JSON',
  'reject.missing-person': 'La personne manque',
  'reject.missing-asset': 'L’e-mail manque',
  'reject.missing-id': 'L’identifiant manque',
  'reject.missing-name': 'Le nom manque',
  'reject.invalid-field': 'Un champ n’est pas ce qu’il devrait être',
  'reject.unknown-event-type': 'Ce type d’événement n’est pas connu',
  'reject.not-json': 'Ce n’est pas du JSON',
  'reject.unreadable-body': 'Le corps ne peut pas être lu',
  'reject.bad-signature': 'La signature n’est pas celle de l’expéditeur',
  'reject.event-id-conflict': 'Un autre événement a le même identifiant',
  'format.marketo-activities': 'Activités Marketo (CSV)',
  'format.marketo-assets': 'Programmes, campagnes et e-mails Marketo (JSON)',
  'format.events': 'Événements Tallysheet',
  'format.people': 'Personnes et leurs attributs (CSV)',
  'format.sendgrid': 'Corps de webhooks SendGrid',
  'format.mailgun': 'Corps de webhooks Mailgun',
  'format.ses': 'Corps de webhooks Amazon SES',
  'format.postmark': 'Corps de webhooks Postmark',
  'format.sparkpost': 'Corps de webhooks SparkPost',
  'format.mailjet': 'Corps de webhooks Mailjet',
  'format.brevo': 'Corps de webhooks Brevo',
  'format.mandrill': 'Corps de webhooks Mandrill',
  'format.resend': 'Corps de webhooks Resend',
  'format.mailersend': 'Corps de webhooks MailerSend',
  'format.twilio': 'Corps de webhooks Twilio',
  'format.vonage': 'Corps de webhooks Vonage',
  'format.push': 'Corps de webhooks d’un expéditeur de push',
};
