function Resolve-QuiesceReply {
    <#
    .SYNOPSIS
    Takes over what a reply says of this sender: the epoch that the server wants, its wish of a version, the drops it now knows.
    #>
    [CmdletBinding()]
    [OutputType([Collections.Specialized.OrderedDictionary])]
    param(
        [Parameter(Mandatory)] [pscustomobject] $Reply,
        [Parameter(Mandatory)] [pscustomobject] $Item,
        [Parameter(Mandatory)] [string] $Outcome
    )

    $now = Format-Instant (Get-QuiesceTime)
    Update-QuiesceState -Change {
        param($state)
        $state.LastStatus = if ($null -eq $Reply.Failure) { $Reply.Status } else { $Reply.Failure }
        if ($Outcome -eq 'accepted') {
            $state.LastSentAt = $now
            $state.NotBefore = $null
            $state.NotBeforeReason = $null
            $state.DroppedTold = [Math]::Max([long] $state.DroppedTold, $Item.DroppedTotal)
        }
        if ($null -eq $Reply.Json) { return }
        # A problem document names epoch and minimum at its top, an account of a document under sender.
        $epoch = $Reply.Json['epoch']
        if ($Reply.Json['minimum'] -is [string]) { $state.VersionMinimum = $Reply.Json['minimum'] }
        $about = $Reply.Json['sender']
        if ($about -is [Collections.IDictionary]) {
            $epoch = $about['epoch']
            $version = $about['version']
            if ($version -is [Collections.IDictionary]) {
                $state.VersionWanted = $version['wanted']
                $state.VersionMinimum = $version['minimum']
            }
        }
        if ($epoch -is [long] -and $epoch -ge 0 -and $epoch -ne [long] $state.Epoch) {
            $state.Epoch = $epoch
            $state.Sequence = 0
        }
    }
}
