package io.shisei.control.remediation;

import io.shisei.control.Control;
import io.shisei.inventory.Scope;
import io.shisei.yaml.YamlReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;

/** Makes steps of the remediations of controls, and puts the resource's own names into their commands. */
@Component
public final class Remedies {

    private static final TypeReference<Map<String, List<String>>> WORDS = new TypeReference<>() {};

    private static final TypeReference<Map<String, Guide>> GUIDES = new TypeReference<>() {};

    /** What begins a line that is to be run, or is a file that a command reads. */
    private static final Pattern COMMAND = Pattern.compile("(aws|jq) .*|[{\\[\"].*");

    private static final Pattern WORD = Pattern.compile("(?<![A-Za-z0-9_])[A-Z][A-Z_]+[A-Z](?![A-Za-z0-9_])");

    /** A shell takes each of them as it stands: names come from those whose accounts are watched. */
    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9_+=,.@:/-]+");

    private final Map<String, List<ArnPattern>> patterns = new HashMap<>();

    private final Map<String, Guide> guides = YamlReader.read(new ClassPathResource("remediation/guides.yaml"), GUIDES);

    Remedies() {
        YamlReader.read(new ClassPathResource("remediation/words.yaml"), WORDS)
                .forEach((type, texts) ->
                        patterns.put(type, texts.stream().map(ArnPattern::parse).toList()));
    }

    /** The words in upper case that stand for a part of the ARN of a resource of a type. */
    Map<String, List<ArnPattern>> patterns() {
        return patterns;
    }

    /** By the id of the control. */
    Map<String, Guide> guides() {
        return guides;
    }

    /** @param failing whose names are put where there is a place for them; null: nobody's */
    public Remedy of(Control control, @Nullable Failing failing, Locale locale) {
        var steps = steps(control.remediation().in(locale), failing);
        var guide = guides.get(control.id().value());
        if (guide == null) {
            return new Remedy(steps, List.of(), null);
        }
        var words = words(failing);
        var terraform = guide.terraform();
        return new Remedy(steps, guide.console(words, locale), terraform == null ? null : filled(terraform, words));
    }

    /** The steps in their order. */
    List<Step> steps(String remediation, @Nullable Failing failing) {
        var words = words(failing);
        var steps = new ArrayList<Step>();
        for (var paragraph : remediation.split("\n\\s*\n")) {
            var begin = steps.size();
            paragraph.lines().map(line -> step(line, failing, words)).forEach(step -> {
                var joins = steps.size() > begin && steps.getLast().command() == step.command();
                steps.add(joins ? steps.removeLast().and(step) : step);
            });
        }
        return steps;
    }

    private static Step step(String line, @Nullable Failing failing, Map<String, String> words) {
        var command = COMMAND.matcher(line).matches();
        return new Step(command, command && failing != null ? inRegion(filled(line, words), failing.region()) : line);
    }

    private static String filled(String line, Map<String, String> words) {
        return WORD.matcher(line)
                .replaceAll(word -> Matcher.quoteReplacement(words.getOrDefault(word.group(), word.group())));
    }

    /** A command that names no region would go to the one that the shell happens to have. */
    private static String inRegion(String line, String region) {
        return region.equals(Scope.GLOBAL_REGION) || line.contains("--region ")
                ? line
                : line.replaceFirst("^aws ", "aws --region " + region + " ");
    }

    private Map<String, String> words(@Nullable Failing failing) {
        if (failing == null) {
            return Map.of();
        }
        var words = new HashMap<String, String>();
        words.put("ACCOUNT", failing.accountId());
        if (!failing.region().equals(Scope.GLOBAL_REGION)) {
            words.put("REGION", failing.region());
        }
        patterns.getOrDefault(failing.type(), List.of()).forEach(it -> words.putAll(it.parts(failing.arn())));
        words.values().removeIf(value -> !HARMLESS.matcher(value).matches());
        return words;
    }
}
