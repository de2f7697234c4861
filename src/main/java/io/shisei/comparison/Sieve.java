package io.shisei.comparison;

import io.shisei.comparison.LeftOut.Reason;
import io.shisei.control.ControlId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/** Tells the findings that can be compared with ours from the others, which it counts. */
final class Sieve implements Consumer<AsffFields> {

    private static final String SECURITY_HUB = ":product/aws/securityhub";

    private final String accountId;
    private final Set<ControlId> evaluated;
    private final Consumer<HubFinding> taker;
    private final Map<Reason, Heap> heaps = new EnumMap<>(Reason.class);

    Sieve(String accountId, Set<ControlId> evaluated, Consumer<HubFinding> taker) {
        this.accountId = accountId;
        this.evaluated = evaluated;
        this.taker = taker;
    }

    private static final class Heap {
        private final Set<String> names = new TreeSet<>();
        private long count;

        void add(String name) {
            count++;
            if (names.size() < LeftOut.NAMED && !name.isEmpty()) {
                names.add(name);
            }
        }
    }

    @Override
    public void accept(AsffFields fields) {
        var account = fields.text(AsffFields.ACCOUNT);
        var product = fields.text(AsffFields.PRODUCT);
        if (account.isEmpty()) {
            leaveOut(Reason.NOT_A_FINDING, fields.text(AsffFields.ID));
        } else if (!account.equals(accountId)) {
            leaveOut(Reason.OTHER_ACCOUNT, account);
        } else if (!product.isEmpty() && !product.endsWith(SECURITY_HUB)) {
            leaveOut(Reason.OTHER_PRODUCT, product);
        } else {
            HubFinding.control(fields)
                    .ifPresentOrElse(
                            control -> accept(control, fields),
                            () -> leaveOut(Reason.NO_CONTROL, fields.text(AsffFields.GENERATOR)));
        }
    }

    private void accept(ControlId control, AsffFields fields) {
        if (!evaluated.contains(control)) {
            leaveOut(Reason.CONTROL_NOT_EVALUATED, control.value());
        } else if (fields.text(AsffFields.RECORD_STATE).equals("ARCHIVED")) {
            leaveOut(Reason.ARCHIVED, control.value());
        } else {
            HubFinding.of(control, fields)
                    .ifPresentOrElse(taker, () -> leaveOut(Reason.INCOMPLETE, fields.text(AsffFields.ID)));
        }
    }

    private void leaveOut(Reason reason, String name) {
        heaps.computeIfAbsent(reason, key -> new Heap()).add(name);
    }

    List<LeftOut> leftOut() {
        var all = new ArrayList<LeftOut>();
        heaps.forEach((reason, heap) -> all.add(new LeftOut(reason, heap.count, List.copyOf(heap.names))));
        return all;
    }
}
