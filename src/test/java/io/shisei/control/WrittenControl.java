package io.shisei.control;

import io.shisei.control.catalogue.Catalogue;
import io.shisei.control.catalogue.FileProblems;
import io.shisei.control.catalogue.Section;
import io.shisei.control.catalogue.TableFile;
import io.shisei.control.cel.Condition;
import io.shisei.control.cel.Conditions;
import io.shisei.control.parameter.Parameter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A control as its file has it, with the examples that hold it, for a program that changes it.
 *
 * @param file the file's name, {@code controls/ec2.yaml}
 */
public record WrittenControl(Judge judge, String file, Section section, List<WrittenCondition> conditions) {

    /** All that ship. */
    public static List<WrittenControl> shipped() {
        return WrittenControls.of(Shipped.CATALOGUE, Catalogue.classPath("controls"));
    }

    /** Compiles conditions with the tables that ship. */
    public static Conditions compiler() {
        return new Conditions(TableFile.read(Catalogue.classPath("controls/tables"), new FileProblems()));
    }

    public String id() {
        return judge.control().id().value();
    }

    public Map<String, Parameter> parameters() {
        return judge.control().parameters();
    }

    /** The line on which a parameter stands in the file. */
    public int line(String parameter) {
        return section.entries("parameters").get(parameter).place().line();
    }

    /** Whether an example tells the condition on the type from the one that is written. */
    public boolean tells(WrittenCondition written, Condition changed) {
        return tells(new Judge(judge.control(), List.of(new Target(written.type(), changed))));
    }

    /** Whether an example tells other values of the parameters, those of all types taken together. */
    public boolean tells(Map<String, Object> values) {
        return judge.control().examples().stream().anyMatch(example -> {
            var set = new HashMap<>(values);
            set.putAll(example.parameters());
            return !isAsSaid(judge, example, set);
        });
    }

    private boolean tells(Judge changed) {
        return judge.control().examples().stream()
                .filter(example -> changed.of(example.type()).isPresent())
                .anyMatch(example -> !isAsSaid(changed, example, example.parameters()));
    }

    private static boolean isAsSaid(Judge judge, Example example, Map<String, Object> parameters) {
        var verdict = judge.of(example.type())
                .orElseThrow()
                .judge(example.document(), judge.seen(parameters), example.occasion());
        return example.verdict().isInstance(verdict) && namesGaps(verdict, example);
    }

    private static boolean namesGaps(Verdict verdict, Example example) {
        return !(verdict instanceof Verdict.Unknown unknown)
                || example.document().gaps().values().stream()
                        .allMatch(gap -> unknown.reason().equals(gap.summary()));
    }
}
