package io.shisei.control.cel.reason;

import io.shisei.control.Text;
import io.shisei.control.cel.reason.Sentence.Values;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a condition says of its verdicts; null: nothing. */
public record Sentences(@Nullable Sentence passed, @Nullable Sentence failed) {

    /** So many violations are told one by one. */
    private static final int SHOWN = 5;

    public Text ofPassing(Values values) {
        return passed == null ? Text.NONE : passed.say(values, null);
    }

    public Text ofFailing(Values values) {
        return failed == null ? Text.NONE : failed.say(values, null);
    }

    /** A line for each violation, sorted: AWS gives the parts of a resource in no certain order. */
    public Text ofViolations(List<Object> violations, Values values) {
        var sentence = failed;
        if (sentence == null) {
            return Text.NONE;
        }
        var said = violations.stream()
                .map(violation -> sentence.say(values, violation))
                .distinct()
                .sorted(Comparator.comparing(Text::en))
                .toList();
        var more = said.size() - SHOWN;
        return new Text(
                lines(said, Text::en, more > 0 ? "and " + more + " more" : ""),
                lines(said, Text::ja, more > 0 ? "ほか " + more + " 件" : ""));
    }

    private static String lines(List<Text> said, Function<Text, String> language, String more) {
        return Stream.concat(said.stream().limit(SHOWN).map(language), Stream.of(more))
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
    }
}
