// A walk-in form begins with what was typed in the search: nobody types the same twice.

const NUMBER = /^[+\d(][\d\s()-]*$/;
const PATRONYMIC = /(вич|вна|ична|ұлы|улы|қызы|кызы|uulu|kyzy|oʻgʻli|qizi)$/i;

/** {surname, first_name, patronymic, company, email, phone} as far as `text` tells. */
export function carryOver(text) {
  const words = text.split(/\s+/).filter(Boolean);
  const numbers = words.filter((word) => NUMBER.test(word));
  const names = words.filter((word) => !word.includes("@") && !numbers.includes(word)).map(capital);
  const [surname = "", first = "", ...more] = names;
  return {
    surname,
    first_name: first,
    patronymic: more.filter((word) => PATRONYMIC.test(word)).join(" "),
    company: more.filter((word) => !PATRONYMIC.test(word)).join(" "),
    email: words.find((word) => word.includes("@")) ?? "",
    phone: numbers.join(" "),
  };
}

function capital(word) {
  return word[0].toLocaleUpperCase() + word.slice(1);
}
