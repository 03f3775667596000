import type { PageMark } from './page-mark.ts';

/** All of these count only for a document that the service did not make: somebody on the way answered in its place. */
const block = (
  id: string,
  mark: Pick<PageMark, 'seen' | 'grade' | 'select' | 'title' | 'text'>,
): PageMark => ({
  id: `block.${id}`,
  kind: 'blocked',
  layer: 'document',
  own: false,
  short: true,
  ...mark,
});

/** Pages of proxies, filters, schools, employers and states that stand in the place of a watched page. */
export const BLOCK_MARKS: readonly PageMark[] = [
  // Squid and its kin put the error's name into the id of the body, in every language.
  block('squid', {
    seen: 2018,
    grade: 'A',
    select: 'body[id^="ERR_"][id*="DENIED"],body[id^="ERR_"][id*="BLOCKED"],body#ERR_ACCESS_DENIED',
  }),
  block('squid-text', {
    seen: 2018,
    grade: 'B',
    text: /err_access_denied|\bpolicy_denied\b|content_filter_denied/,
  }),
  block('fortinet', { seen: 2024, grade: 'B', text: /fortigua?rd|fortinet|fortigate/ }),
  block('filter-vendors', {
    seen: 2024,
    grade: 'C',
    text: /zscaler|umbrella|opendns|blue ?coat|forcepoint|websense|webtitan|smoothwall|lightspeed|securly|goguardian|contentkeeper|netskope|webblocker|watchguard|sonicwall|barracuda|sophos|mcafee web gateway|skyhigh|untangle|dansguardian|e2guardian|squidguard|iboss|cloudflare (gateway|zero trust)|safesearch\.|cleanbrowsing|nextdns|adguard dns|pi-hole|trend micro|kaspersky|menlo security|checkpoint usercheck|usercheck/,
  }),
  block('policy-words', {
    seen: 2024,
    grade: 'C',
    text: /((web ?)?(site|page)|url|domain|address|application|content|access|connection)( to (this|the) (web ?)?(site|page|url))?( you \w+( \w+){0,5})?,? (is|was|has been|have been) (blocked|denied|restricted|forbidden|filtered|prohibited)|access (denied|blocked|restricted)|(blocked|restricted|denied) by (your|the|an?) (\w+ )?(administrator|network|organi[sz]ation|company|school|employer|policy|firewall|proxy|it department)|web (page|site) blocked|web filter|content filter|(violates|against|in accordance with|due to) .{0,40}(usage|security|internet|company|acceptable use) polic/,
  }),
  block('policy-words-abroad', {
    seen: 2024,
    grade: 'C',
    text: /accès (refusé|bloqué|interdit|à (ce|cette) (site|page)( web)? (est|a été) (bloqué|refusé|interdit|restreint))|(site|page)( web)? (est )?(bloquée?|filtrée?)|acceso (denegado|bloqueado|restringido|prohibido)|(sitio|página)( web)? (ha sido )?(bloquead[oa]|restringid[oa])|acesso (negado|bloqueado|restrito)|(site|página) (foi )?bloquead[oa]|zugriff (verweigert|gesperrt|blockiert|wurde (gesperrt|blockiert|verweigert))|(webseite|website|seite) (ist|wurde) (gesperrt|blockiert)|accesso (negato|bloccato)|(sito|pagina) (è stat[oa] )?bloccat[oa]|toegang (geweigerd|geblokkeerd)|dostęp (zabroniony|zablokowany)|erişim(e)? engel|доступ (к|на|запрещ|ограничен|заблокирован)|akses (ditolak|diblokir)|アクセス(を|が)?(拒否|制限|ブロック|禁止)|访问(被|受)?(拒绝|禁止|限制|阻止)|차단/,
  }),
  block('states', {
    seen: 2024,
    grade: 'C',
    text: /роскомнадзор|rkn\.gov\.ru|единый реестр|internet ?positif|trustpositif|warning\.or\.kr|kcsc|surf safely|department of telecommunications|dot compliance|court order|ordonnance|5651 sayılı|bilgi teknolojileri ve iletişim|btk\.gov\.tr|peyvandha|guardia di finanza|agcom|ministry of (interior|information|communications|digital)|telecommunications? (regulatory|authority)|citra|cert-ua|law enforcement|interieur\.gouv\.fr|هذا الموقع|الموقع (محجوب|غير متاح)|(تم )?حجب/,
  }),
  block('iran', { seen: 2022, grade: 'C', select: 'iframe[src*="10.10.34.3"]' }),
];
