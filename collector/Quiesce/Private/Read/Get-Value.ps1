function Get-Value {
    # A property of an object, null when it has none of that name: modules of older Windows bring fewer properties.
    param($Object, [string] $Name)

    if ($null -eq $Object) { return $null }
    $property = $Object.PSObject.Properties[$Name]
    if ($null -eq $property) { return $null }
    try { return $property.Value } catch { return $null }
}
