function Read-GuestByFile {
    # The file that the guest script dropped, <VM GUID>.json in the folder; null when there is none.
    param([Parameter(Mandatory)] [hashtable] $Run, [Parameter(Mandatory)] [hashtable] $Vm, [string] $Folder)

    if (-not $Folder) { return $null }
    if ($null -eq $Run.GuestFiles) {
        $Run.GuestFiles = @{}
        $listing = Invoke-Source -Run $Run -Reader 'Read-Files' -With @{ Path = $Folder; Extension = @('.json') } -Label 'Read-Files, guest folder'
        $Run.GuestFilesFault = if ($listing.Failed) { $listing.Errors[0] } else { $null }
        foreach ($file in $listing.Rows) { $id = ConvertTo-GuidText ("$file" -replace '^.*[\\/]', ''); if ($null -ne $id) { $Run.GuestFiles[$id] = "$file" } }
    }
    if ($null -ne $Run.GuestFilesFault) { return @{ Facts = $null; Reason = $Run.GuestFilesFault.Reason; Text = $Run.GuestFilesFault.Text; Mend = $Run.GuestFilesFault.Mend } }
    if (-not $Run.GuestFiles.ContainsKey($Vm.Id)) { return $null }
    $content = Invoke-Source -Run $Run -Reader 'Read-Files' -With @{ Path = $Run.GuestFiles[$Vm.Id]; Text = $true } -Label 'Read-Files, guest file'
    if ($content.Failed -or $content.Rows.Count -eq 0) { $cause = $content.Errors[0]; return @{ Facts = $null; Reason = $cause.Reason; Text = $cause.Text; Mend = $cause.Mend } }
    try { return ConvertFrom-GuestText -Text $content.Rows[0] -Evidence 'file' }
    catch { return @{ Facts = $null; Reason = 'error'; Text = "$($Run.GuestFiles[$Vm.Id]) cannot be read: $($_.Exception.Message)"; Mend = 'Run the guest script again in the guest.' } }
}
