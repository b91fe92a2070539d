function ConvertTo-QuiesceJson {
    # JSON text of dictionaries, lists and plain values, the same in every culture and on every version of PowerShell:
    # ConvertTo-Json unrolls lists of one, cuts at a depth and writes dates and enums by version.
    param([Parameter(Mandatory)] [AllowNull()] $Value)

    $builder = [Text.StringBuilder]::new(65536)
    Add-JsonValue $builder $Value 0
    return $builder.ToString()
}
