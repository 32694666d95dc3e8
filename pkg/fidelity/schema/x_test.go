package schema
import ("testing";"os";"github.com/ips-fidelity/fidelity/items";"github.com/ips-fidelity/fidelity/pkg/fidelity/source")
func TestX(t *testing.T){ s:=source.NewShelf(items.FS); sc,err:=s.Scale("ips-25@1"); if err!=nil{t.Fatal(err)}; w,err:=s.Words(sc); if err!=nil{t.Fatal(err)}
d,err:=Review(sc,w); if err!=nil{t.Fatal(err)}; os.WriteFile("/tmp/review.schema.json",d,0o644) }
