/**
 * How the sentences of Meta's sites begin, by meaning: lower case, straight apostrophes, single spaces. From public
 * sources (B, C). Patterns that put a language's word for a thing together with its words for what is wrong with it
 * also cover wordings that were not seen (U). Every character is paid for in each page load, so a language stands
 * here only where no address, number or element tells the same.
 */

/** en, fr, es, pt, de, it, vi, id. */
export const SESSION_EXPIRED =
  /^(\S+ )?(session|sesi|sessã|sitzung|phiên).{0,25} (expir|caduc|abgelaufen|scaduta|đã hết|berakhir)/;

/** en, fr, es, pt, de, it, tr, ru, vi, zh, ar. Not "if your password is wrong". */
export const WRONG_PASSWORD =
  /^(?!if |si |se |wenn ).{0,24}(passwor|passe|contraseña|senha|şifre|парол|mật khẩu|密码|السر).{0,45}(incorre|wrong|falsch|errat|yanlış|неверн|chính xác|不正确|غير صحيح)|^(incorrect|wrong) password/;

/** en, fr, es, pt, de. Unverified: the wording was found in no public source. */
export const OLD_PASSWORD =
  /^(you('ve)? (us|enter)ed an old password|vous avez \S+ un ancien mot de passe|.{2,20} (contraseña antigua|senha antiga|altes passwort))/;

/** en, fr, es, pt. Other languages are told by the number of the checkpoint and by the page's data. */
export const SUSPENDED =
  /^(we('ve)? (suspend|disabl)ed your|your account (has been|was) (suspend|disabl)ed|nous avons suspendu|suspendimos tu|tu cuenta ha sido inhab|suspendemos sua)/;

/** en, fr, es, pt. */
export const LOCKED =
  /^(we('ve)? locked your|your account (has been|is) (temporarily )?locked|we've detected suspicious|votre compte a été (bloq|verr)|tu cuenta ha sido bloq|sua conta foi bloq)/;

/** en, fr. */
export const UNUSUAL_LOGIN =
  /^(was this you|we \w+ (an )?unusual|(suspicious|unusual) login|.{0,22}tentative de connexion (inhab|susp))/;

/** en, fr. Unverified. */
export const CONTACT_CHANGED =
  /^(your (email|phone).{0,8} was changed|votre (adresse|numéro).{0,14} a été modifié)/;

/** en, fr, es, de, ar. Shown to many in the outage of 3 March 2026. The page of something removed says it without "right now". */
export const UNAVAILABLE =
  /^((your )?account (is )?temporarily unavail|compte temporairement indis|cuenta no disponible temp|(ال)?حساب\S* غير متاح|facebook (will be back|ist bald|no estará)|this page isn't available right now)/;

/** en, fr, id. */
export const WENT_WRONG =
  /^(5xx server error|(sorry, )?something went wrong|désolé, quelque chose s'est|query error|page couldn't load|an unexpected error|unknown error|there was a problem logging|kesalahan tidak)/;

/** en, fr. The wording in other languages is not known. */
export const WAIT =
  /^(please wait a few minutes|you can't use this feature|you're temporarily blocked|veuillez patienter)/;
