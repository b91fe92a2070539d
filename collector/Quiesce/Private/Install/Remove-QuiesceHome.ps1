function Remove-QuiesceHome {
    <#
    .SYNOPSIS
    Deletes what the collector keeps: its state, credentials, spool and refused documents. Files of others stay, and the folder with them.
    #>
    [CmdletBinding()]
    param()

    $own = [Collections.Generic.List[string]]::new()
    foreach ($name in 'state.json', 'credential.bin', 'guest-credentials.json', 'state.lock', 'send.lock', 'rejected/last-answer.txt') { $own.Add((Get-QuiesceHome -Child $name)) }
    foreach ($item in @(Get-QuiesceSpool) + @(Get-QuiesceSpool -Folder 'rejected')) { $own.Add($item.Path) }
    $guests = Get-QuiesceHome -Child 'guest-credentials'
    if ([IO.Directory]::Exists($guests)) { foreach ($file in [IO.Directory]::GetFiles($guests, '*.bin')) { $own.Add($file) } }
    foreach ($path in $own) { Remove-QuiesceFile -Path $path }
    foreach ($folder in (Get-QuiesceHome -Child 'spool'), (Get-QuiesceHome -Child 'rejected'), $guests, (Get-QuiesceHome)) {
        if ([IO.Directory]::Exists($folder) -and @([IO.Directory]::GetFileSystemEntries($folder)).Count -eq 0) { [IO.Directory]::Delete($folder) }
    }
}
