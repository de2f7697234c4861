package io.shisei.control.trial;

import io.shisei.control.ControlCode;
import io.shisei.control.InvalidCatalogue;
import io.shisei.control.Judge;
import io.shisei.control.Occasion;
import io.shisei.control.Target;
import io.shisei.control.catalogue.Case;
import io.shisei.control.catalogue.CaseFile;
import io.shisei.control.catalogue.Catalogue;
import io.shisei.control.catalogue.ControlFiles;
import io.shisei.control.catalogue.FileProblem;
import io.shisei.control.catalogue.FileProblems;
import io.shisei.control.catalogue.NewerWords;
import io.shisei.control.catalogue.Section;
import io.shisei.control.catalogue.TableFile;
import io.shisei.control.catalogue.TextFile;
import io.shisei.control.catalogue.Yaml;
import io.shisei.control.catalogue.YamlFile;
import io.shisei.control.cel.Conditions;
import io.shisei.control.cel.check.Dictionary;
import io.shisei.control.cel.partial.Budget;
import io.shisei.inventory.Document;
import io.shisei.inventory.ResourceTypes;
import io.shisei.refusal.Limits;
import io.shisei.refusal.Refusal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Judges documents by controls that are not in the catalogue, to try them; they may lack examples. */
@Component
public final class Trials {

    private static final String CONTROL = "control";
    private static final String DOCUMENT = "document";

    private static final int LONGEST_DOCUMENT = 256 * 1024;

    /** At most about a second. */
    static final long STEPS = 500_000;

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** One after the other: the other processors are for those who watch. */
    private final Semaphore turn = new Semaphore(1, true);

    private final ResourceTypes types;

    public Trials(ResourceTypes types) {
        this.types = types;
    }

    /**
     * Which control is tried on what.
     *
     * @param file a file of controls, in YAML
     * @param control the id of the one to try; may be null where the file has one
     * @param type that of the document; may be null where the control judges one
     */
    public record Order(
            String file, @Nullable String control, @Nullable String type) {}

    /**
     * Judges a document as examples write them, in YAML or JSON, with {@code $gap}, {@code $parameters}, {@code $now} and
     * the like beside its fields.
     *
     * @throws InvalidCatalogue with all that is wrong with either file
     * @throws Refusal when the document is too long, judging it takes too long, or others try so much that it cannot begin
     */
    public Tried judge(Order order, String document) {
        Limits.atMost(DOCUMENT, document, LONGEST_DOCUMENT);
        return bounded(order, trial -> trial.judge(document));
    }

    /**
     * Judges the document of a stored resource.
     *
     * @throws InvalidCatalogue with all that is wrong with the file
     * @throws Refusal when judging takes too long, or others try so much that it cannot begin
     */
    public Tried judge(Order order, Document document, Occasion occasion) {
        return bounded(order, trial -> trial.judge(new Case(Map.of(), occasion, document)));
    }

    /** Whoever may read may try: neither the file nor what it makes of a document may keep us busy for long. */
    private Tried bounded(Order order, Function<Trial, Tried> judging) {
        awaitTurn();
        try {
            return judging.apply(new Trial(order, new FileProblems()));
        } catch (Budget.Spent | StackOverflowError tooMuch) {
            throw new Refusal.Impossible(ControlCode.TOO_MUCH_TO_COMPUTE, CONTROL, STEPS);
        } finally {
            turn.release();
        }
    }

    private void awaitTurn() {
        try {
            if (turn.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new Refusal.Conflict(ControlCode.TRIALS_UNDER_WAY, null);
    }

    private final class Trial {

        private final FileProblems problems;
        private final Judge judge;
        private final Target target;
        private final Dictionary dictionary;

        Trial(Order order, FileProblems problems) {
            this.problems = problems;
            var file = new TextFile(CONTROL, order.file());
            var conditions = new Conditions(TableFile.read(Catalogue.shippedTables(), problems));
            var read = new ControlFiles(types, conditions, problems, true).read(List.of(file));
            this.dictionary = dictionary(file);
            problems.throwIfAny();
            this.judge = only(
                            read.judges().values().stream().toList(),
                            order.control(),
                            each -> each.control().id().value())
                    .orElseThrow(() -> wrong("name one of its controls: " + read.declared()));
            this.target = only(
                            judge.targets(), order.type(), each -> each.type().name())
                    .orElseThrow(() -> wrong("name one of the control's types: "
                            + judge.control().types()));
        }

        private Dictionary dictionary(TextFile file) {
            return new YamlFile(file, new FileProblems())
                    .read()
                    .map(mapping -> NewerWords.read(new Section(file, "", mapping, problems)))
                    .orElse(Dictionary.PLAIN);
        }

        private InvalidCatalogue wrong(String message) {
            return new InvalidCatalogue(List.of(new FileProblem(CONTROL, new Yaml.Place(1, 1), message)));
        }

        Tried judge(String document) {
            var file = new TextFile(DOCUMENT, document);
            var read = new YamlFile(file, problems)
                    .read()
                    .map(mapping -> new CaseFile(
                                    new Section(file, "", mapping, problems),
                                    target.type(),
                                    judge.control().parameters(),
                                    dictionary)
                            .read());
            problems.throwIfAny();
            return judge(read.orElseThrow());
        }

        Tried judge(Case of) {
            var parameters = judge.seen(of.parameters());
            var outcome = target.condition().tryOn(of.document(), parameters, of.occasion(), new Budget(STEPS));
            return new Tried(
                    judge.control().id(),
                    target.type().name(),
                    Target.verdict(outcome),
                    target.evidence(of.document(), outcome),
                    new TreeSet<>(target.type().actionsFor(target.fields())));
        }
    }

    private static <T> Optional<T> only(List<T> all, @Nullable String wanted, Function<T, String> name) {
        return wanted == null && all.size() == 1
                ? Optional.of(all.getFirst())
                : all.stream().filter(each -> name.apply(each).equals(wanted)).findFirst();
    }
}
