function Split-Folder {
    # The folder of a Windows path, by its last backslash: [IO.Path] knows backslashes only on Windows.
    param([string] $Path)

    $cut = $Path.LastIndexOf('\')
    if ($cut -lt 0) { return '' }
    return $Path.Substring(0, $cut)
}
