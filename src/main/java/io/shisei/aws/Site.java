package io.shisei.aws;

import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import java.util.function.Supplier;
import software.amazon.awssdk.core.SdkClient;

/**
 * Where a collector reads: one account in one region, with the clients to do so. Lives as long as one reading of one
 * service.
 */
public final class Site implements AutoCloseable {

    private final String account;
    private final String partition;
    private final String region;
    private final int width;
    private final Function<Api<?>, SdkClient> clients;
    private final Map<Class<?>, SdkClient> opened = new ConcurrentHashMap<>();
    private final Map<Object, FutureTask<Object>> answers = new ConcurrentHashMap<>();

    /**
     * @param region as AWS calls it; {@code global} for services without regions
     * @param width how many resources may be read at once
     */
    public Site(String account, String partition, String region, int width, Function<Api<?>, SdkClient> clients) {
        this.account = account;
        this.partition = partition;
        this.region = region;
        this.width = width;
        this.clients = clients;
    }

    public String account() {
        return account;
    }

    public String partition() {
        return partition;
    }

    public String region() {
        return region;
    }

    public int width() {
        return width;
    }

    /** The client of {@code api}, the same one each time. */
    public <C extends SdkClient> C client(Api<C> api) {
        return api.client().cast(opened.computeIfAbsent(api.client(), same -> clients.apply(api)));
    }

    /** {@code arn:aws:service:region:account:rest} for a resource of this account and region. */
    public String arn(String service, String rest) {
        return "arn:" + partition + ":" + service + ":" + region + ":" + account + ":" + rest;
    }

    /** What {@code ask} answers, or throws, asked once for each {@code key}, however many threads want it. */
    @SuppressWarnings("unchecked")
    public <T> T once(Object key, Supplier<T> ask) {
        var answer = answers.computeIfAbsent(key, same -> new FutureTask<>(ask::get));
        answer.run();
        try {
            return (T) answer.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException fault ? fault : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        }
    }

    @Override
    public void close() {
        opened.values().forEach(SdkClient::close);
    }
}
