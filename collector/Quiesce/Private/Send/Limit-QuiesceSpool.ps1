function Limit-QuiesceSpool {
    <#
    .SYNOPSIS
    Keeps the newest documents: at most 24, 50 MiB and 7 days, whichever is least. Returns how many were dropped.
    .DESCRIPTION
    Inventory is state: the newest document says the most, so the oldest go. What leaves the spool unsent is counted in
    the state, and the next document tells of it. The newest one stays whatever its size. Copies in `rejected` are not
    counted: their loss is told when they are refused.
    #>
    [CmdletBinding()]
    [OutputType([int])]
    param(
        [ValidateSet('spool', 'rejected')] [string] $Folder = 'spool',
        [int] $MostDocuments = 24,
        [long] $MostBytes = 52428800,
        [double] $MostDays = 7
    )

    $oldest = (Get-QuiesceTime).AddDays(-$MostDays)
    $documents = 0
    $bytes = 0
    $full = $false
    $dropped = [Collections.Generic.List[object]]::new()
    foreach ($item in @(Get-QuiesceSpool -Folder $Folder)) {
        $full = $full -or ($documents + 1 -gt $MostDocuments) -or ($item.At -lt $oldest) -or ($documents -gt 0 -and $bytes + $item.Bytes -gt $MostBytes)
        if ($full) {
            $dropped.Add($item)
            continue
        }
        $documents++
        $bytes += $item.Bytes
    }
    if ($dropped.Count -eq 0) { return 0 }
    if ($Folder -eq 'spool') {
        $count = $dropped.Count
        $since = Format-Instant $dropped[$count - 1].At
        [void] (Update-QuiesceState -Change {
                param($state)
                if ($state.DroppedTotal -le $state.DroppedTold) { $state.DroppedSince = $since }
                $state.DroppedTotal = [long] $state.DroppedTotal + $count
            })
        Write-QuiesceEvent -Id 203 -Level Warning -Text "$count inventory documents left the spool unsent: it keeps the newest $MostDocuments, $([int] ($MostBytes / 1048576)) MiB and $MostDays days. The next document tells the server."
    }
    foreach ($item in $dropped) { Remove-QuiesceFile -Path $item.Path }
    $dropped.Count
}
