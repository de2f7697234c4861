package io.shisei.dashboard.control;

import io.shisei.control.setting.SettingChange;
import io.shisei.control.setting.Values;
import io.shisei.scan.reevaluation.Reevaluation;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** What is said of a control, and how that changed, line by line. */
final class SettingRows {
    private SettingRows() {}

    /** A parameter and what is said of it; blank where nothing is. */
    record Line(String name, String before, String after) {}

    /** One change, with the parameters that it changed. */
    record Change(SettingChange change, List<Line> lines, Reevaluation followed) {
        static Change of(SettingChange it, Reevaluation followed) {
            return new Change(it, SettingRows.lines(it.before(), it.after()), followed);
        }
    }

    /** The parameters of which something else is said. */
    static List<Line> lines(Values before, Values after) {
        var names = new TreeSet<>(before.parameters().keySet());
        names.addAll(after.parameters().keySet());
        var lines = new ArrayList<Line>();
        for (var name : names) {
            var line = new Line(name, text(before, name), text(after, name));
            if (!line.before().equals(line.after())) {
                lines.add(line);
            }
        }
        return lines;
    }

    private static String text(Values values, String name) {
        return ParameterField.text(values.parameters().get(name));
    }
}
