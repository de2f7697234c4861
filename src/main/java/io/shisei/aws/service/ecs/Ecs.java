package io.shisei.aws.service.ecs;

import io.shisei.aws.kind.Api;
import io.shisei.aws.kind.Service;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.ecs.EcsClient;

/** Amazon ECS. */
@Component
public final class Ecs extends Service {

    public static final Api<EcsClient> API = Api.of(EcsClient.class, EcsClient::builder, EcsClient.serviceMetadata());

    public Ecs() {
        super("ECS", CapacityProviders.KIND, Clusters.KIND, Services.KIND, TaskDefinitions.KIND, TaskSets.KIND);
    }
}
