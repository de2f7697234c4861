package io.shisei.control.cel.partial;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A list of which it is not known what all stands in it; its members in their order. */
record Bag(List<Member> members) implements Uncertain {

    /** How often a member is in the list. */
    enum Presence {
        ONCE,
        PERHAPS,
        ANY_NUMBER
    }

    /** @param causes why its presence is not certain */
    record Member(Object value, Presence presence, SortedSet<String> causes) {

        static Member certain(Object value) {
            return new Member(value, Presence.ONCE, new TreeSet<>());
        }

        boolean isCertain() {
            return presence == Presence.ONCE;
        }

        /** No more certain than {@code least}. */
        Member atMost(Presence least, SortedSet<String> because) {
            var all = new TreeSet<>(causes);
            all.addAll(because);
            return new Member(value, presence.compareTo(least) > 0 ? presence : least, all);
        }
    }

    /** The members of a list, known or not; empty for what is no list. */
    static Optional<Bag> of(Object value) {
        return switch (value) {
            case Bag bag -> Optional.of(bag);
            case Unknown unknown ->
                Optional.of(new Bag(List.of(new Member(unknown, Presence.ANY_NUMBER, unknown.causes()))));
            case List<?> list ->
                Optional.of(new Bag(
                        list.stream().map(item -> Member.certain((Object) item)).toList()));
            default -> Optional.empty();
        };
    }

    /** A list of which no more than these members could be read. */
    static Bag incomplete(List<?> known, String cause) {
        var rest = Unknown.because(cause);
        var members = known.stream().map(item -> Member.certain((Object) item));
        var more = new Member(rest, Presence.ANY_NUMBER, rest.causes());
        return new Bag(Stream.concat(members, Stream.of(more)).toList());
    }

    /** As a plain list, if the presence of every member is certain. */
    Object value() {
        return members.stream().allMatch(Member::isCertain)
                ? members.stream().map(Member::value).toList()
                : this;
    }

    Bag and(Bag other) {
        var all = new ArrayList<>(members);
        all.addAll(other.members);
        return new Bag(all);
    }

    Between size() {
        var least = members.stream().filter(Member::isCertain).count();
        var endless = members.stream().anyMatch(member -> member.presence == Presence.ANY_NUMBER);
        return new Between(least, endless ? Between.ENDLESS : members.size(), presenceCauses());
    }

    private SortedSet<String> presenceCauses() {
        var causes = new TreeSet<String>();
        members.forEach(member -> causes.addAll(member.causes));
        return causes;
    }

    @Override
    public SortedSet<String> causes() {
        var causes = presenceCauses();
        members.forEach(member -> causes.addAll(Uncertain.causes(member.value)));
        return causes;
    }
}
