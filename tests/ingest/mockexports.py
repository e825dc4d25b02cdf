"""Documents as news databases export them: one article in each of their layouts."""

import mockfactiva
import mocknexis
import mockpress
import mockproquest

LAYOUTS = mocknexis.LAYOUTS | mockfactiva.LAYOUTS | mockproquest.LAYOUTS | mockpress.LAYOUTS
