package io.shisei.aws.service.rds;

import io.shisei.aws.kind.Kind;
import io.shisei.aws.kind.Listing;
import io.shisei.aws.kind.Naming;
import software.amazon.awssdk.services.rds.model.DescribeEventSubscriptionsResponse;
import software.amazon.awssdk.services.rds.model.EventSubscription;

/** What a region tells of events, and to whom. */
final class EventSubscriptions {

    static final Kind<EventSubscription, EventSubscription> KIND = Kind.listed(
            "AWS::RDS::EventSubscription",
            EventSubscription.class,
            Listing.of(
                    Rds.API.ask("rds:DescribeEventSubscriptions"),
                    rds -> rds.describeEventSubscriptionsPaginator(request -> request.maxRecords(100)),
                    DescribeEventSubscriptionsResponse::eventSubscriptionsList),
            Naming.of(EventSubscription::eventSubscriptionArn, EventSubscription::custSubscriptionId)
                    .taggedAs("rds:es"));

    private EventSubscriptions() {}
}
