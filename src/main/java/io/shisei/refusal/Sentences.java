package io.shisei.refusal;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** The messages as Spring reads them: patterns of {@link MessageFormat} where there are arguments, else plain text. */
final class Sentences {

    private static final ResourceBundle.Control ENGLISH_ELSE =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private Sentences() {}

    static String of(String key, List<String> arguments, Locale locale) {
        var sentence =
                ResourceBundle.getBundle("messages", locale, ENGLISH_ELSE).getString(key);
        return arguments.isEmpty() ? sentence : new MessageFormat(sentence, locale).format(arguments.toArray());
    }
}
