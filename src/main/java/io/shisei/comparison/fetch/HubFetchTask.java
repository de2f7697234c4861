package io.shisei.comparison.fetch;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Fetches as tasks in PostgreSQL: one that died with its process begins anew. */
@Configuration(proxyBeanMethods = false)
class HubFetchTask {

    private static final TaskDescriptor<Void> FETCH = TaskDescriptor.of("security-hub-fetch");

    static TaskInstance<Void> of(UUID fetch, String accountId) {
        return FETCH.instance(fetch + "/" + accountId).build();
    }

    @Bean
    Task<Void> securityHubFetch(HubFetchRun run) {
        return Tasks.oneTime(FETCH).execute((instance, context) -> {
            var parts = instance.getId().split("/", 2);
            run.run(UUID.fromString(parts[0]), parts[1]);
        });
    }
}
