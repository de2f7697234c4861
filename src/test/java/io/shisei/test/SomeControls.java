package io.shisei.test;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.shisei.control.Control;
import io.shisei.control.ControlId;
import io.shisei.control.Controls;
import io.shisei.control.Standard;
import io.shisei.control.Text;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A catalogue of a few controls, all of one standard, of which it is only said which are on. */
public final class SomeControls {

    private SomeControls() {}

    /**
     * Lets mocked controls be these.
     *
     * @param off those that are off everywhere; may change
     */
    public static void mocked(Controls controls, List<ControlId> ids, Set<ControlId> off, Collection<String> accounts) {
        var all = ids.stream().map(SomeControls::control).toList();
        when(controls.find(any())).thenReturn(Optional.empty());
        when(controls.all()).thenReturn(all);
        when(controls.switches(any()))
                .thenAnswer(call -> ids.stream().collect(Collectors.toMap(id -> id, id -> !off.contains(id))));
        when(controls.off()).thenAnswer(call -> {
            var switchedOff = List.copyOf(off);
            return accounts.stream().collect(Collectors.toMap(Function.identity(), account -> switchedOff));
        });
        var standard = new Standard("fsbp", Text.same("FSBP"), new TreeSet<>(ids), Map.of(), List.of());
        when(controls.standards()).thenReturn(List.of(standard));
        when(controls.standard("fsbp")).thenReturn(Optional.of(standard));
    }

    private static Control control(ControlId id) {
        var control = mock(Control.class);
        when(control.id()).thenReturn(id);
        return control;
    }
}
