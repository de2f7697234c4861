package io.shisei;

import io.shisei.aws.TypesOfAws;
import io.shisei.control.InvalidCatalogue;
import io.shisei.control.trial.Trials;
import io.shisei.control.trial.Tried;
import io.shisei.refusal.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Judges a document by a file of controls, at once and without a database: {@code controls/README.md} has the words. */
final class TryCommand {

    static final String NAME = "try";

    private static final int JUDGED = 0;
    private static final int INVALID = 1;
    private static final int USAGE = 2;
    private static final String HELP =
            "usage: java -jar shisei.jar try CONTROLS.yaml DOCUMENT.yaml|json|- [CONTROL_ID] [RESOURCE_TYPE]";
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.JAPANESE);

    private TryCommand() {}

    /** Answers what the process ends with: 0 when there is a verdict, whichever it is. */
    static int run(List<String> args, InputStream in, PrintStream out) {
        if (args.size() < 2 || args.size() > 4) {
            out.println(HELP);
            return USAGE;
        }
        try {
            var order = new Trials.Order(Files.readString(Path.of(args.get(0))), at(args, 2), at(args, 3));
            print(new Trials(TypesOfAws.all()).judge(order, text(args.get(1), in)), out);
            return JUDGED;
        } catch (InvalidCatalogue invalid) {
            invalid.messages().forEach(out::println);
        } catch (Refusal refused) {
            LANGUAGES.forEach(language -> out.println(refused.in(language)));
        } catch (IOException unreadable) {
            out.println("this cannot be read: " + unreadable.getMessage());
        }
        return INVALID;
    }

    private static @Nullable String at(List<String> args, int index) {
        return index < args.size() ? args.get(index) : null;
    }

    private static String text(String file, InputStream in) throws IOException {
        return file.equals("-")
                ? new String(in.readAllBytes(), StandardCharsets.UTF_8)
                : Files.readString(Path.of(file));
    }

    private static void print(Tried tried, PrintStream out) {
        out.println(tried.control() + " on " + tried.type() + ": " + tried.word());
        for (var line : List.of(tried.reason().en(), tried.reason().ja())) {
            line.lines().forEach(each -> out.println("  " + each));
        }
        out.println("read: " + JSON.writeValueAsString(tried.evidence().values()));
        if (!tried.evidence().violations().isEmpty()) {
            out.println(
                    "violations: " + JSON.writeValueAsString(tried.evidence().violations()));
        }
        if (!tried.evidence().unread().isEmpty()) {
            out.println("not read: " + String.join(", ", tried.evidence().unread()));
        }
        out.println("needs: " + String.join(", ", tried.actions()));
    }
}
