package io.shisei.control.cel.partial;

import io.shisei.control.cel.partial.Bag.Member;
import io.shisei.control.cel.partial.Bag.Presence;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;

/** What functions come to although not all of their arguments are known. */
final class Estimates {

    private Estimates() {}

    /**
     * The value of a function.
     *
     * @param whole evaluates the function with two arguments that are known
     */
    static Object of(String function, List<Object> args, BinaryOperator<Object> whole) {
        return estimate(function, args, whole).orElseGet(() -> Unknown.of(args));
    }

    private static Optional<Object> estimate(String function, List<Object> args, BinaryOperator<Object> whole) {
        if (args.size() == 1) {
            var list = args.getFirst() instanceof Unknown ? Optional.<Bag>empty() : Bag.of(args.getFirst());
            return switch (function) {
                case "size" -> size(args.getFirst());
                case "flatten" -> list.flatMap(Estimates::flatten);
                case "reverse" -> list.map(bag -> new Bag(bag.members().reversed()).value());
                case "distinct" -> list.map(Estimates::distinct);
                default -> Optional.empty();
            };
        }
        if (args.size() > 2) {
            return Optional.empty();
        }
        return estimate(function, args.get(0), args.get(1), whole);
    }

    private static Optional<Object> estimate(String function, Object one, Object other, BinaryOperator<Object> whole) {
        return switch (function) {
            case "_+_" -> sum(one, other);
            case "_[_]" -> entry(one, other);
            case "@in" -> isIn(one, other, whole);
            case "_==_" -> equal(one, other);
            case "_!=_" -> equal(one, other).map(same -> !(boolean) same);
            case "_<_" -> isLess(one, other);
            case "_>_" -> isLess(other, one);
            case "_>=_" -> isLess(one, other).map(less -> !(boolean) less);
            case "_<=_" -> isLess(other, one).map(less -> !(boolean) less);
            default -> Optional.empty();
        };
    }

    private static Optional<Object> size(Object value) {
        return switch (value) {
            case Bag bag -> Optional.of(bag.size().value());
            case Collection<?> list -> Optional.of((long) list.size());
            case Map<?, ?> map -> Optional.of((long) map.size());
            default -> Optional.empty();
        };
    }

    private static Optional<Object> sum(Object one, Object other) {
        if (one instanceof Unknown && other instanceof Unknown) {
            return Optional.empty();
        }
        var numbers = Between.of(one).flatMap(first -> Between.of(other).flatMap(first::plus));
        var isNumber = Between.of(one).isPresent() || Between.of(other).isPresent();
        return isNumber
                ? numbers
                : Bag.of(one)
                        .flatMap(first ->
                                Bag.of(other).map(second -> first.and(second).value()));
    }

    private static Optional<Object> entry(Object container, Object key) {
        if (container instanceof Entries some) {
            return Uncertain.isKnown(key) ? Optional.of(some.get(key)) : Optional.empty();
        }
        if (container instanceof Map<?, ?> map) {
            return Uncertain.isKnown(key) ? Optional.ofNullable(map.get(key)) : Optional.empty();
        }
        return container instanceof List<?> list && key instanceof Long index && index >= 0 && index < list.size()
                ? Optional.of(list.get(index.intValue()))
                : Optional.empty();
    }

    private static Optional<Object> isIn(Object wanted, Object container, BinaryOperator<Object> whole) {
        if (container instanceof Map<?, ?> map) {
            return Uncertain.isKnown(wanted) ? Optional.of(map.containsKey(wanted)) : Optional.empty();
        }
        if (container instanceof Unknown || Bag.of(container).isEmpty()) {
            return Optional.empty();
        }
        var open = false;
        for (var member : Bag.of(container).get().members()) {
            var known = Uncertain.isKnown(wanted) && Uncertain.isKnown(member.value());
            var found = known ? whole.apply(wanted, List.of(member.value())) : Boolean.TRUE;
            if (known && member.isCertain() && found.equals(true)) {
                return Optional.of(true);
            }
            open |= !found.equals(false);
        }
        return open ? Optional.empty() : Optional.of(false);
    }

    private static Optional<Object> equal(Object one, Object other) {
        var numbers = Between.of(one).flatMap(first -> Between.of(other).flatMap(first::equalTo));
        return numbers.isPresent() || one instanceof Unknown || other instanceof Unknown
                ? numbers.map(Object.class::cast)
                : Bag.of(one)
                        .flatMap(first ->
                                Bag.of(other).flatMap(second -> first.size().equalTo(second.size())));
    }

    private static Optional<Object> isLess(Object one, Object other) {
        return Between.of(one).flatMap(first -> Between.of(other).flatMap(first::isLessThan));
    }

    private static Optional<Object> flatten(Bag lists) {
        var members = new ArrayList<Member>();
        for (var list : lists.members()) {
            var inner = Bag.of(list.value());
            if (inner.isEmpty()) {
                return Optional.empty();
            }
            inner.get().members().forEach(member -> members.add(member.atMost(list.presence(), list.causes())));
        }
        return Optional.of(new Bag(members).value());
    }

    // Of what is there for certain the first stays; of the rest it does not matter whether it would.
    private static Object distinct(Bag list) {
        var members = new ArrayList<Member>();
        for (var member : list.members()) {
            var isFirst = Uncertain.isKnown(member.value())
                    && members.stream()
                            .filter(Member::isCertain)
                            .noneMatch(other -> other.value().equals(member.value()));
            members.add(isFirst ? member : member.atMost(Presence.PERHAPS, Uncertain.causes(list)));
        }
        return new Bag(members).value();
    }
}
