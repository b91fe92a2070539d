function Read-GuestBySession {
    # The guest over PowerShell Direct, or with -ByName over WinRM. Null when this way cannot serve the VM or no credential
    # is set for it. Each VM is its own session; neither way has a bulk form that tells which VM answered.
    param([Parameter(Mandatory)] [hashtable] $Run, [Parameter(Mandatory)] [hashtable] $Vm, $System, [bool] $Shielded, [string] $Name, [switch] $ByName)

    if ($null -ne $System -and $System['osFamily'] -ne 'windows') { return $null }
    if ($ByName) { if (-not $Name -or $Name -notmatch '^[A-Za-z0-9]([A-Za-z0-9.-]{0,252}[A-Za-z0-9])?$' -or $Name -notmatch '\.') { return $null } }
    else {
        if ($Run.Kernel -ne '10.0' -or $Shielded) { return $null }
        if ($null -ne $System -and $null -ne $System['osVersion'] -and $System['osVersion'] -notlike '10.*') { return $null }
    }
    $groups = [string[]] @(foreach ($group in @($Vm.Facts['vmGroups'])) { if ($null -ne $group) { $group['name'] } })
    try { $credential = Get-QuiesceGuestCredential -VMId $Vm.Id -Tag $groups }
    catch { return @{ Facts = $null; Reason = 'error'; Text = $_.Exception.Message; Mend = 'Set the credential again: Set-QuiesceGuestCredential' } }
    if ($null -eq $credential) { return $null }
    $with = @{ Credential = $credential }
    if ($ByName) { $with['ComputerName'] = $Name } else { $with['VmId'] = [Guid] $Vm.Id }
    $result = Invoke-Source -Run $Run -Reader 'Read-Guest' -With $with
    if ($result.Failed -or $result.Rows.Count -eq 0) {
        $cause = if ($result.Errors.Count -gt 0) { $result.Errors[0] } else { @{ Reason = 'error'; Text = 'The guest gave nothing.'; Mend = '' } }
        return @{ Facts = $null; Reason = $cause.Reason; Text = $cause.Text; Mend = $cause.Mend }
    }
    $raw = $result.Rows[0]
    if ($ByName -and "$(ConvertTo-GuidText $raw['VmId'])" -ne $Vm.Id) {
        return @{ Facts = $null; Reason = 'ambiguous'; Text = "The machine that answers as $Name is not this VM: it says it is $(ConvertTo-GuidText $raw['VmId'])."; Mend = 'Look at the name that the guest gives itself, and at DNS.' }
    }
    return ConvertTo-GuestFacts -Raw $raw -Evidence $(if ($ByName) { 'winrm' } else { 'psdirect' })
}
