package io.amends.local.stack;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.amends.local.postgres.LeftoverPostmaster;
import io.amends.local.postgres.PostgresProcess;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What runs and is ready, asked of the parts themselves; its JSON is public (interfaces.md). */
public record Status(boolean ready, List<ServiceStatus> services) {
    /** @param pid of the process that does the work; null where none runs */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record ServiceStatus(String name, int port, boolean ready, @Nullable Long pid) {}

    public static Status of(StackPaths place, Map<String, String> environment) {
        StateFile.State state = UpLock.held(place) ? StateFile.read(place).orElse(null) : null;
        StackPorts ports = state == null ? StackPorts.from(environment) : state.ports();
        if (state == null) {
            return new Status(
                    false,
                    Arrays.stream(StackPart.values())
                            .map(part -> new ServiceStatus(part.id(), ports.of(part), false, null))
                            .toList());
        }
        Probes probes = new Probes(ports, Credentials.in(place.credentials()));
        Map<String, StateFile.Running> running = state.pieces().stream()
                .collect(Collectors.toMap(StateFile.Running::name, Function.identity(), (first, second) -> second));
        List<ServiceStatus> lines = Arrays.stream(StackPart.values())
                .parallel()
                .map(part -> line(place, part, ports, probes, running.get(part.id())))
                .toList();
        return new Status(lines.stream().allMatch(ServiceStatus::ready), lines);
    }

    private static ServiceStatus line(
            StackPaths place, StackPart part, StackPorts ports, Probes probes, StateFile.@Nullable Running running) {
        if (running == null || running.process().isEmpty()) {
            return new ServiceStatus(part.id(), ports.of(part), false, null);
        }
        OptionalLong pid = part == StackPart.POSTGRES
                ? LeftoverPostmaster.pid(PostgresProcess.data(place.folder(part)))
                : OptionalLong.of(running.pid());
        boolean ready = pid.isPresent() && probes.ready(part);
        return new ServiceStatus(part.id(), ports.of(part), ready, pid.isPresent() ? pid.getAsLong() : null);
    }
}
