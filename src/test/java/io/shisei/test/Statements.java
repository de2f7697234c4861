package io.shisei.test;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** Hears what the threads that answer requests ask the database, those of the background left out. */
public class Statements implements BeanPostProcessor, QueryExecutionListener {

    /** A statement with its parameters, and which connection it went over. */
    public record Statement(String sql, String parameters, String connection) {}

    private final List<Statement> heard = new CopyOnWriteArrayList<>();

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource pool
                ? ProxyDataSourceBuilder.create(pool).listener(this).build()
                : bean;
    }

    @Override
    public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {}

    @Override
    public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
        if (Thread.currentThread().getName().startsWith("http-")) {
            queries.stream().map(query -> statement(execution, query)).forEach(heard::add);
        }
    }

    private static Statement statement(ExecutionInfo execution, QueryInfo query) {
        var parameters = query.getParametersList().stream()
                .flatMap(List::stream)
                .map(set -> text(set.getArgs()))
                .toList();
        return new Statement(query.getQuery(), parameters.toString(), execution.getConnectionId());
    }

    private static String text(Object[] arguments) {
        return Arrays.stream(arguments)
                .map(it -> it instanceof Object[] array ? Arrays.toString(array) : String.valueOf(it))
                .toList()
                .toString();
    }

    /** What was heard since this was asked last. */
    public List<Statement> take() {
        var taken = List.copyOf(heard);
        heard.clear();
        return taken;
    }
}
