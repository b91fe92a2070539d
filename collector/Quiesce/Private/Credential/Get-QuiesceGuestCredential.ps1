function Get-QuiesceGuestCredential {
    <#
    .SYNOPSIS
    The credential to read a guest with: that of the VM, else that of the first of its tags that has one, else the default.
    .DESCRIPTION
    Tags of a VM are the names of its VM groups. Returns null when none is set: the guest is then not asked. Throws when
    one is set and cannot be read; the text names the entry and never the secret.
    #>
    [CmdletBinding()]
    [OutputType([Management.Automation.PSCredential])]
    param(
        [Parameter(Mandatory)] [string] $VMId,
        [string[]] $Tag = @()
    )

    $entries = Get-QuiesceGuestEntry
    $keys = @("vm:$($VMId.Trim('{', '}').ToLowerInvariant())") + @($Tag | ForEach-Object { "tag:$($_.ToLowerInvariant())" }) + @('default')
    foreach ($key in $keys) {
        $found = @($entries | Where-Object { $_.Key -eq $key })
        if ($found.Count -eq 0) { continue }
        try { return Read-QuiesceGuestSecret -Entry $found[0] }
        catch { throw "The guest credential '$key' cannot be read: $($_.Exception.Message) Set it again with Set-QuiesceGuestCredential." }
    }
}
