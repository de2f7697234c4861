package io.shisei.aws;

import io.shisei.account.Access;
import io.shisei.account.Account;
import io.shisei.account.Identity;
import io.shisei.inventory.ResourceType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

class MotoCollectIT {

    @Test
    void dump() throws Exception {
        System.setProperty("aws.endpointUrl", "http://127.0.0.1:5599");
        System.setProperty("aws.accessKeyId", "testing");
        System.setProperty("aws.secretAccessKey", "testing");
        System.setProperty("aws.region", "us-east-1");
        var context = new AnnotationConfigApplicationContext();
        context.scan("io.shisei.aws");
        context.refresh();
        var source = context.getBean(AwsSource.class);
        var door = context.getBean(io.shisei.account.AwsDoor.class);
        System.out.println(door.identify(Access.DEFAULT) + " " + door.enabledRegions(Access.DEFAULT));
        System.out.println(door.identify(new Access("arn:aws:iam::123456789012:role/shisei", "abc")));
        System.out.println(context.getBean(IamPolicy.class).json("aws"));
        System.out.println(context.getBean(IamPolicy.class).cloudFormation());
        var account = new Account(
                new Identity("123456789012", "aws"),
                "moto",
                new Access("arn:aws:iam::123456789012:role/shisei", "abc"),
                null,
                Instant.now());
        var types = context.getBean(io.shisei.inventory.ResourceTypes.class);
        var seen = Collections.synchronizedList(new ArrayList<String>());
        for (var region : List.of("us-east-1", "eu-west-1", "global")) {
            try (var session = source.open(account, region)) {
                for (var service : types.all().stream()
                        .map(ResourceType::service)
                        .distinct()
                        .toList()) {
                    System.out.println(region + " " + service + " " + session.offers(service));
                    if (!session.offers(service)) continue;
                    var wanted = types.all().stream()
                            .filter(t -> t.service().equals(service))
                            .collect(Collectors.toMap(
                                    t -> t, t -> t.shape().fields().keySet()));
                    var collected = session.collect(service, wanted, r -> {
                        seen.add(r.arn());
                        if (seen.size() % 6 == 0)
                            System.out.println(r.arn() + " " + r.name() + " " + r.tags() + " " + r.document());
                    });
                    System.out.println(collected.calls() + " " + collected.unlisted());
                }
            }
        }
        java.nio.file.Files.write(java.nio.file.Path.of("/tmp/wt-aws-seen.txt"), seen);
        context.close();
    }
}
