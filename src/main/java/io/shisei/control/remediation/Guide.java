package io.shisei.control.remediation;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How a control's finding is mended without commands, as {@code remediation/guides.yaml} has it: in the console, a step a line. */
record Guide(String en, String ja, @Nullable String terraform) {

    private static final Pattern PLACE = Pattern.compile("\\{([A-Z_]+)}");

    /** With what the words stand for; a word of which nobody knows it stays. */
    List<String> console(Map<String, String> words, Locale locale) {
        var text = locale.getLanguage().equals("ja") ? ja : en;
        return PLACE.matcher(text)
                .replaceAll(place -> Matcher.quoteReplacement(words.getOrDefault(place.group(1), place.group(1))))
                .lines()
                .toList();
    }

    /** The words that have a place in it. */
    List<String> places() {
        return PLACE.matcher(en + ja).results().map(place -> place.group(1)).toList();
    }
}
