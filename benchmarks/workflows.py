"""Large workflows for the benchmarks."""
import zipfile

HEAD = '<config xmlns="http://www.knime.org/2008/09/XMLConfig" key="{}">'
TEXT = '<entry key="{}" type="xstring" value="{}"/>'
NUMBER = '<entry key="{}" type="xint" value="{}"/>'


def wide_workflow(path, nodes, wires):
    """Write an archive in which each node takes from the ones before it; return it."""
    listed, connected = [], []
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for node in range(1, nodes + 1):
            file = f"Step (#{node})/settings.xml"
            archive.writestr(file, settings("org.example.StepNodeFactory"))
            place = NUMBER.format("id", node) + TEXT.format("node_settings_file", file)
            listed.append(f'<config key="node_{node}">{place}</config>')
            for port in range(1, min(wires, node - 1) + 1):
                ends = [("sourceID", node - port), ("sourcePort", 1)]
                ends += [("destID", node), ("destPort", port)]
                items = "".join(NUMBER.format(*end) for end in ends)
                key = f"connection_{len(connected)}"
                connected.append(f'<config key="{key}">{items}</config>')
        body = f'<config key="nodes">{"".join(listed)}</config>'
        body += f'<config key="connections">{"".join(connected)}</config>'
        head = HEAD.format("workflow.knime") + TEXT.format("version", "5.1.0")
        archive.writestr("workflow.knime", f"{head}{body}</config>")
    return path


def settings(factory):
    """Return the settings.xml of a node that has no settings."""
    items = TEXT.format("factory", factory) + TEXT.format("node-name", "Step")
    return f'{HEAD.format("settings.xml")}{items}<config key="model"/></config>'
