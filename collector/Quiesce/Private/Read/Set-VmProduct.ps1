function Set-VmProduct {
    # The backup product that this host's software names, when it names exactly one. How it asks for the backup is known
    # up to 2012 R2, where every host-based tool goes through VSS (domain.md 1.6); later it stays unknown.
    param([Parameter(Mandatory)] [hashtable] $Run, [Parameter(Mandatory)] [Collections.IDictionary] $Facts, [Parameter(Mandatory)] [AllowEmptyCollection()] [Collections.IList] $Absent)

    if ($null -eq $Run.Host['backupProducts']) { Add-Absent -To $Absent -Fact 'product' -Reason 'not-collected' -Text 'The host''s installed software was not read.'; return }
    if ($Run.Products.Count -eq 0) { Add-Absent -To $Absent -Fact 'product' -Reason 'empty'; return }
    if ($Run.Products.Count -gt 1) {
        $names = foreach ($product in $Run.Products) { $product['name'] }
        Add-Absent -To $Absent -Fact 'product' -Reason 'ambiguous' -Text "The host has $($Run.Products.Count): $($names -join ', ')."
        return
    }
    $Facts['product'] = [ordered]@{ name = $Run.Products[0]['name']; api = $(if ($Run.Kernel -ne '' -and $Run.Kernel -ne '10.0') { 'vss' } else { 'unknown' }) }
}
