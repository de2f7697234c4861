package io.shisei.api;

import io.shisei.control.Text;
import java.util.List;
import java.util.Locale;

/** The language of texts in answers, as the header Accept-Language wishes it; English where we have none of those. */
public record Language(Locale locale) {

    private static final List<Locale> OURS = List.of(Locale.ENGLISH, Locale.JAPANESE);

    public static Language of(String header) {
        try {
            var best = Locale.lookup(Locale.LanguageRange.parse(header), OURS);
            return new Language(best == null ? Locale.ENGLISH : best);
        } catch (IllegalArgumentException malformed) {
            return new Language(Locale.ENGLISH);
        }
    }

    public String of(Text text) {
        return text.in(locale);
    }
}
