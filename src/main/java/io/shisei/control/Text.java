package io.shisei.control;

import java.util.Locale;

/** A text in the languages of the product. */
public record Text(String en, String ja) {

    public String in(Locale locale) {
        return locale.getLanguage().equals("ja") ? ja : en;
    }
}
