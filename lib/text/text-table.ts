/** A text that depends on a number: one wording per plural category of the language; `other` is the fallback. */
export interface PluralText {
  readonly zero?: string;
  readonly one?: string;
  readonly two?: string;
  readonly few?: string;
  readonly many?: string;
  readonly other: string;
}
export type Text = string | PluralText;

type NamesIn<Wording extends string> = Wording extends `${string}{${infer Name}}${infer Rest}`
  ? Name | NamesIn<Rest>
  : never;

/** The names between braces in a text. A plural text always wants `count`. */
export type PlaceholdersOf<Of> = Of extends string
  ? NamesIn<Of>
  : Of extends { readonly other: infer Other extends string }
    ? NamesIn<Other> | 'count'
    : never;

type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;

/**
 * What a translated table must be: the keys of the source, each with the same placeholders. A plural of the source
 * may be a plain text in a language without plurals.
 */
export type TranslationOf<Source, Target> = {
  readonly [Key in keyof Source]: Key extends keyof Target
    ? Same<PlaceholdersOf<Source[Key]>, PlaceholdersOf<Target[Key]>> extends true
      ? Text
      : { readonly 'placeholders must be': PlaceholdersOf<Source[Key]> }
    : Text;
};

/** Refuses, at compile time, keys that the source does not have. */
export type NoOtherKeys<Source, Target> = { readonly [Key in Exclude<keyof Target, keyof Source>]: never };
