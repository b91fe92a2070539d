function Read-FileState {
    # Whether a file exists: 'exists', 'missing' (its folder is there, it is not), or 'unknown'.
    param([Parameter(Mandatory)] [string] $Path)

    if ([IO.File]::Exists($Path)) { return 'exists' }
    try {
        if ([IO.Directory]::Exists([IO.Path]::GetDirectoryName($Path))) { return 'missing' }
    }
    catch { return 'unknown' }
    return 'unknown'
}
