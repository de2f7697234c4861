package io.shisei.control.cel.partial;

import io.shisei.control.cel.partial.Bag.Member;
import io.shisei.control.cel.partial.Bag.Presence;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Makes one value of two of which it is not known which it is. */
final class Joining {

    private Joining() {}

    /** What stands for both values; {@code causes} is why it is not known which. */
    static Object join(Object one, Object other, SortedSet<String> causes) {
        if (one.equals(other)) {
            return one;
        }
        if (isList(one) && isList(other)) {
            return lists(one, other, causes).value();
        }
        var first = Between.of(one);
        var second = Between.of(other);
        if (first.isPresent() && second.isPresent()) {
            return new Between(
                    Math.min(first.get().least(), second.get().least()),
                    Math.max(first.get().most(), second.get().most()),
                    all(one, other, causes));
        }
        return new Unknown(all(one, other, causes));
    }

    /**
     * Makes of a value and what it may have grown to one that stays the same when it grows so again, any number of
     * times; so a loop over unknown elements comes to an end.
     */
    static Object widen(Object before, Object after) {
        if (isList(before) && isList(after)) {
            return widen(Bag.of(before).orElseThrow(), Bag.of(after).orElseThrow())
                    .value();
        }
        if (after instanceof Between grown) {
            var start = Between.of(before).orElse(grown);
            return grown.least() < start.least()
                    ? new Unknown(grown.causes())
                    : new Between(
                            grown.least(),
                            grown.most() > start.most() ? Between.ENDLESS : grown.most(),
                            grown.causes());
        }
        return after;
    }

    private static Bag widen(Bag before, Bag after) {
        var members =
                new ArrayList<>(after.members().subList(0, before.members().size()));
        for (var added : after.members().subList(members.size(), after.members().size())) {
            var any = added.atMost(Presence.ANY_NUMBER, new TreeSet<>());
            if (!members.contains(any)) {
                members.add(any);
            }
        }
        return new Bag(members);
    }

    // A loop that filters adds a member at the end or does not: what stands before is the same and stays certain.
    private static Bag lists(Object one, Object other, SortedSet<String> causes) {
        var first = Bag.of(one).orElseThrow().members();
        var second = Bag.of(other).orElseThrow().members();
        var longer = first.size() >= second.size() ? first : second;
        var members = new ArrayList<Member>();
        for (int i = 0; i < longer.size(); i++) {
            members.add(
                    i < first.size() && i < second.size()
                            ? pair(first.get(i), second.get(i), causes)
                            : longer.get(i).atMost(Presence.PERHAPS, causes));
        }
        return new Bag(members);
    }

    private static Member pair(Member one, Member other, SortedSet<String> causes) {
        return one.equals(other)
                ? one
                : new Member(join(one.value(), other.value(), causes), other.presence(), other.causes())
                        .atMost(one.presence(), one.causes());
    }

    private static boolean isList(Object value) {
        return value instanceof List || value instanceof Bag;
    }

    private static SortedSet<String> all(Object one, Object other, SortedSet<String> causes) {
        var all = Uncertain.causes(List.of(one, other));
        all.addAll(causes);
        return all;
    }
}
