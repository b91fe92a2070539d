function Write-DocumentFile {
    # Writes the document beside its place and renames it, so that nobody reads half a file. UTF-8 without BOM; the text
    # is plain ASCII in any case.
    param([Parameter(Mandatory)] [string] $Path, [Parameter(Mandatory)] [string] $Text)

    $full = $ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($Path)
    $beside = "$full.$([Guid]::NewGuid().ToString('n')).tmp"
    try {
        [IO.File]::WriteAllText($beside, $Text, [Text.UTF8Encoding]::new($false))
        if ([IO.File]::Exists($full)) { [IO.File]::Delete($full) }
        [IO.File]::Move($beside, $full)
    }
    finally { if ([IO.File]::Exists($beside)) { [IO.File]::Delete($beside) } }
    return $full
}
