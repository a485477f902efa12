int qy_embedded_none(void);
