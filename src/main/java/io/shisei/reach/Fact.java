package io.shisei.reach;

import io.shisei.reach.Reach.Answer;

/**
 * What the inventory shows of a way from the internet.
 *
 * @param subject the address, security group, route table, control … of which it is true; may be empty
 */
public record Fact(Kind kind, String subject) {

    /** What is true, and what it alone says of the way. */
    public enum Kind {
        PUBLIC_ADDRESS(Answer.REACHABLE),
        NO_PUBLIC_ADDRESS(Answer.NOT_REACHABLE),
        NOT_RUNNING(Answer.NOT_REACHABLE),
        PUBLICLY_ACCESSIBLE(Answer.REACHABLE),
        NOT_PUBLICLY_ACCESSIBLE(Answer.NOT_REACHABLE),
        INTERNET_FACING(Answer.REACHABLE),
        INTERNAL(Answer.NOT_REACHABLE),
        PUBLIC_ENDPOINT(Answer.REACHABLE),
        VPC_ENDPOINT(Answer.NOT_REACHABLE),
        /** The subject is the group with the rule that lets anyone in. */
        OPEN_GROUP(Answer.REACHABLE),
        NO_OPEN_GROUP(Answer.NOT_REACHABLE),
        /** AWS lets everything through to what has none. */
        WITHOUT_GROUPS(Answer.REACHABLE),
        GROUPS_NOT_KNOWN(Answer.UNKNOWN),
        ROUTE_TO_INTERNET(Answer.REACHABLE),
        NO_ROUTE_TO_INTERNET(Answer.NOT_REACHABLE),
        /** Some of the subnets in which it may be have one. */
        ROUTE_OF_SOME_SUBNETS(Answer.UNKNOWN),
        ROUTES_NOT_KNOWN(Answer.UNKNOWN),
        /** The subject is a control that says so. */
        PUBLIC(Answer.REACHABLE),
        NOT_PUBLIC(Answer.NOT_REACHABLE),
        PUBLIC_NOT_KNOWN(Answer.UNKNOWN);

        private final Answer answer;

        Kind(Answer answer) {
            this.answer = answer;
        }
    }

    Answer answer() {
        return kind.answer;
    }
}
