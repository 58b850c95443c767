import type { MailLanguage } from './regions';

/** Usual first and last names, already as they stand in an address. */
export const NAMES: Record<MailLanguage, { first: readonly string[]; last: readonly string[] }> = {
  en: {
    first:
      'emma olivia amelia isla ava grace freya lily ella hannah alice ruth nora maya zoe claire heidi karin ingrid sofie jack oliver harry george noah leo arthur oscar henry theo lucas ben adam daniel tom sam peter erik lars anders'.split(
        ' ',
      ),
    last: 'smith jones taylor brown walker hughes green hall wood clarke murphy kelly byrne baker parker cooper reed morgan bell foster gray hayes price ross stone west lane hunt dekker visser becker weber lindqvist berg nilsson carter rivera nguyen patel khan'.split(
      ' ',
    ),
  },
  fr: {
    first:
      'camille lea chloe manon emma ines sarah julie claire marie sophie laura pauline anne elise margaux lucie helene nathalie alice lucas hugo louis jules arthur paul antoine thomas nicolas julien pierre mathieu maxime romain olivier laurent vincent bastien remi gabriel'.split(
        ' ',
      ),
    last: 'martin bernard dubois thomas robert richard petit durand leroy moreau simon laurent lefebvre michel garcia david bertrand roux vincent fournier morel girard andre mercier dupont lambert bonnet francois martinez legrand garnier faure rousseau blanc guerin muller tremblay gagnon janssens peeters'.split(
      ' ',
    ),
  },
};
