package io.shisei.control;

import java.util.Locale;

/** A text in the languages of the product. */
public record Text(String en, String ja) {

    public static final Text NONE = new Text("", "");

    /** The same in all languages. */
    public static Text same(String text) {
        return new Text(text, text);
    }

    public String in(Locale locale) {
        return locale.getLanguage().equals("ja") ? ja : en;
    }

    /** At most so many characters of a text, the last of which then tells that more would follow. */
    public static String shortened(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        var end = Character.isHighSurrogate(text.charAt(longest - 2)) ? longest - 2 : longest - 1;
        return text.substring(0, end) + "…";
    }
}
