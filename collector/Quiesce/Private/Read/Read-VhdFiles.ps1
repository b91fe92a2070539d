function Read-VhdFiles {
    # Opens many disk files in one call and puts each into $Known by its lower-case path: the object of Get-VHD, or why it
    # could not be opened. A file that the bulk call did not bring is tried once more alone, so that its own error is
    # known; when the bulk call hangs, each storage root is asked apart, so that one that hangs costs only itself.
    param([Parameter(Mandatory)] [hashtable] $Run, [Parameter(Mandatory)] [string[]] $Path, [Parameter(Mandatory)] [hashtable] $Known, [switch] $Apart)

    $result = Invoke-Source -Run $Run -Reader 'Read-HyperV' -With @{ What = 'VHD'; Path = $Path }
    foreach ($vhd in $result.Rows) { $Known["$(Get-Value $vhd 'Path')".ToLowerInvariant()] = @{ Vhd = $vhd; Cause = $null } }
    $left = @(foreach ($one in $Path) { if (-not $Known.ContainsKey($one.ToLowerInvariant())) { $one } })
    if ($left.Count -eq 0) { return }
    $timedOut = $result.Failed -and $result.Errors[0].Reason -eq 'timed-out'
    if ($timedOut -and -not $Apart -and $left.Count -gt 1) {
        $roots = [ordered]@{}
        foreach ($one in $left) {
            $volume = Get-HostVolume -Run $Run -Path $one
            $root = if ($null -ne $volume) { "$($volume['path'])" } else { ($one -split '\\')[0..3] -join '\' }
            if (-not $roots.Contains($root)) { $roots[$root] = [Collections.Generic.List[string]]::new() }
            $roots[$root].Add($one)
        }
        foreach ($root in $roots.Keys) { Read-VhdFiles -Run $Run -Path $roots[$root] -Known $Known -Apart }
        return
    }
    foreach ($one in $left) {
        $cause = if ($result.Errors.Count -gt 0) { $result.Errors[0] } else { @{ Reason = 'error'; Text = "Get-VHD gave nothing for $one."; Mend = ''; Record = $null } }
        if (-not $timedOut -and $cause.Reason -ne 'not-supported' -and $Path.Count -gt 1) {
            $literal = if ([Management.Automation.WildcardPattern]::ContainsWildcardCharacters($one)) { [Management.Automation.WildcardPattern]::Escape($one) } else { $one }
            $alone = Invoke-Source -Run $Run -Reader 'Read-HyperV' -With @{ What = 'VHD'; Path = @($literal) } -Label 'Read-HyperV VHD, one that failed'
            if ($alone.Rows.Count -gt 0) { $Known[$one.ToLowerInvariant()] = @{ Vhd = $alone.Rows[0]; Cause = $null }; continue }
            if ($alone.Errors.Count -gt 0) { $cause = $alone.Errors[0] }
        }
        $Known[$one.ToLowerInvariant()] = @{ Vhd = $null; Cause = $cause }
    }
}
