package io.shisei.refusal;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Why something went wrong, in the languages of the product, for who reads it later. As JSON it is its English. */
public record Told(String en, String ja) {

    /** Words that are no sentence of ours, the same for everybody. */
    public static Told same(String words) {
        return new Told(words, words);
    }

    public static Told of(Refusal.Code code, Object... arguments) {
        var phrase = new Refusal.Phrase(code, arguments);
        return new Told(phrase.in(Locale.ENGLISH), phrase.in(Locale.JAPANESE));
    }

    /** Of whatever went wrong: a refusal says it in both languages, all else in its own words. */
    public static Told of(Throwable why) {
        return why instanceof Refusal refused ? refused.told() : same(String.valueOf(why.getMessage()));
    }

    /** What {@link #kept} wrote, or a version that kept English alone; null where nothing was kept. */
    public static @Nullable Told read(@Nullable String kept) {
        return kept == null ? null : ToldColumn.read(kept);
    }

    /** As a column keeps it: words that are the same in both languages as they are. */
    public String kept() {
        return ToldColumn.written(this);
    }

    @JsonValue
    @Override
    public String en() {
        return en;
    }

    public String in(Locale locale) {
        return locale.getLanguage().equals("ja") ? ja : en;
    }

    @Override
    public String toString() {
        return en;
    }
}
